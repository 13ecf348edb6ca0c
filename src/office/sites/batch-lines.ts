import { withEnglish } from '../../db/english-name.ts'
import type { Bilingual } from '../../db/vocabulary.ts'
import type { SiteOfBatch } from '../../forms/placing-many.ts'
import { administers } from '../../orgs/administering.ts'
import { isCreditCode, tidyCreditCode } from '../../orgs/credit-code.ts'
import { keyOfName } from '../../orgs/same-name.ts'
import type { Staff } from '../../orgs/staff.ts'
import { isWithin } from '../../typed/graphemes.ts'
import { longestName } from '../../ui/naming.tsx'
import type { Organisation } from '../scope.ts'
import type { KnownEmployer, KnownForm, KnownSite } from './batch-lookup.ts'
import type { BatchLine } from './batch-table.ts'
import { longestLabel } from './label-field.tsx'

/** What is wrong with a line; `at` says which line or site it is about. */
export type LineFault = { why: LineWhy } | { why: 'twice'; at: number } | { why: 'there'; at: string }

export type LineWhy =
  | 'columns'
  | 'noPlace'
  | 'longPlace'
  | 'longLabel'
  | 'noForm'
  | 'unknownForm'
  | 'manyForms'
  | 'closedForm'
  | 'noEmployer'
  | 'wrongCode'
  | 'unknownEmployer'
  | 'manyEmployers'
  | 'employerElsewhere'

/** A site as a line means it, with what its parts are called. */
export interface MeantSite extends SiteOfBatch {
  org: SiteOfBatch['org'] & { name: Bilingual }
  form: Bilingual
  employer: Bilingual | null
}

export type Understood = { line: BatchLine } & ({ site: MeantSite } | { fault: LineFault })

interface Known {
  staff: Staff
  /** Where a line belongs that names no employer. */
  org: Organisation | null
  now: Date
  forms: KnownForm[]
  employers: KnownEmployer[]
  sites: KnownSite[]
  /** Which batch this is: what it has added before is no hindrance to it. */
  batch: string
}

/** What each line of a table means, or what is wrong with it. */
export function understand(lines: BatchLine[], known: Known): Understood[] {
  const before = new Map(
    known.sites.filter((it) => it.batch !== known.batch).map((it) => [keyOfSite(it), it.code]),
  )
  const lineOf = new Map<string, number>()
  return lines.map((line) => {
    const site = meantBy(line, known)
    if ('why' in site) return { line, fault: site }
    const key = keyOfSite({ ...site, orgId: site.org.id })
    const [twice, there] = [lineOf.get(key), before.get(key)]
    if (there !== undefined) return { line, fault: { why: 'there', at: there } }
    if (twice !== undefined) return { line, fault: { why: 'twice', at: twice } }
    lineOf.set(key, line.number)
    return { line, site }
  })
}

function meantBy(line: BatchLine, known: Known): MeantSite | LineFault {
  const place = { zh: line.place, en: line.placeEn }
  if (line.isOdd) return { why: 'columns' }
  if (!place.zh) return { why: 'noPlace' }
  if (!isWithin(place.zh, longestName.zh) || !isWithin(place.en, longestName.en)) return { why: 'longPlace' }
  if (!isWithin(line.label, longestLabel)) return { why: 'longLabel' }
  const employer = employerOf(line.enterprise, known)
  if (employer && 'why' in employer) return employer
  const org = employer?.org ?? known.org
  if (!org) return { why: 'noEmployer' }
  const form = formOf(line.form, known)
  if ('why' in form) return form
  return {
    ...{ formId: form.id, form: form.title, label: line.label, place: withEnglish(place) },
    org: { id: org.id, path: org.path, name: org.name },
    enterpriseId: employer?.id ?? null,
    employer: employer?.name ?? null,
  }
}

/** The employer of a line; null where it names none. */
function employerOf(typed: string, { employers, staff }: Known): KnownEmployer | LineFault | null {
  if (!typed) return null
  const code = tidyCreditCode(typed)
  if (/^[0-9A-Z]{18}$/.test(code) && !isCreditCode(code)) return { why: 'wrongCode' }
  const key = keyOfName(typed)
  const found = employers.filter(
    ({ name, creditCode }) => creditCode === code || [name.zh, name.en].map(keyOfName).includes(key),
  )
  const [one, other] = found
  if (!one) return { why: 'unknownEmployer' }
  if (other) return { why: 'manyEmployers' }
  return administers(staff, one.org.path) ? one : { why: 'employerElsewhere' }
}

function formOf(typed: string, { forms, now }: Known): KnownForm | LineFault {
  if (!typed) return { why: 'noForm' }
  const key = keyOfName(typed).replace(/^《(.*)》$/, '$1')
  const [bySlug] = forms.filter(({ slug }) => slug === key)
  const byTitle = forms.filter(({ title }) => [title.zh, title.en].map(keyOfName).includes(key))
  const [one, other] = bySlug ? [bySlug] : byTitle
  if (!one) return { why: 'unknownForm' }
  if (other) return { why: 'manyForms' }
  const isOver = one.closesAt !== null && one.closesAt <= now
  return one.open && !isOver ? one : { why: 'closedForm' }
}

const keyOfSite = (it: Pick<KnownSite, 'formId' | 'orgId' | 'enterpriseId' | 'place'>) =>
  [it.formId, it.orgId, it.enterpriseId, keyOfName(it.place.zh)].join(' ')
