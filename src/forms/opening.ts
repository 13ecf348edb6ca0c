import { and, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { forms, sites } from '../db/tables/forms.ts'
import { administersAll } from '../orgs/administering.ts'
import { auditRow, type Office } from '../orgs/auditing.ts'
import { forgetForms } from './kept-forms.ts'
import type { Opened } from './versions.ts'

/** From when on, and until when, something is taken; null where that is not bounded. */
export interface Days {
  opensAt: Date | null
  closesAt: Date | null
}

/** What is open, but for its days. */
export type Opening = Days & { open: boolean }

/**
 * Why nothing can be filed: somebody closed it, another code hangs there, its last day is over, or its first one is still
 * to come.
 */
export type Shut =
  | { why: 'closed' | 'over' }
  | { why: 'replaced'; code: string }
  | { why: 'notYet'; from: Date }

interface Openings {
  form: Opening
  site: (Opening & { successor?: (Opening & { code: string }) | null }) | null
}

/** Why nothing can be filed at a form or a site now; null where it can. A code leads on only to one that is open. */
export function shut({ form, site }: Openings, now: Date): Shut | null {
  const { successor } = site ?? {}
  if (successor && !shut({ form, site: successor }, now)) return { why: 'replaced', code: successor.code }
  const both = site ? [form, site] : [form]
  if (both.some(({ open }) => !open)) return { why: 'closed' }
  if (both.some(({ closesAt }) => closesAt && closesAt <= now)) return { why: 'over' }
  const from = Math.max(...both.map(({ opensAt }) => opensAt?.getTime() ?? 0))
  return from > now.getTime() ? { why: 'notYet', from: new Date(from) } : null
}

/** Whether anything can be filed at a form or a site now. */
export function isOpen(opened: Pick<Opened, 'form' | 'site'>, now: Date): boolean {
  return shut(opened, now) === null
}

/** SQL: the same of forms, or of sites, by themselves. */
export function openNow(of: typeof forms | typeof sites, now: Date) {
  return and(eq(of.open, true), hasBegun(of, now), isNotOver(of, now))
}

function hasBegun({ opensAt }: typeof forms | typeof sites, now: Date) {
  return or(isNull(opensAt), lte(opensAt, now))
}

/** SQL: its last day is not over. */
export function isNotOver({ closesAt }: typeof forms | typeof sites, now: Date) {
  return or(isNull(closesAt), gt(closesAt, now))
}

/** How a site stands for the office: a code that was replaced is a closed one. */
export const standings = ['open', 'notYet', 'over', 'closed'] as const
export type Standing = (typeof standings)[number]

/** SQL over sites and their forms: how they stand. */
export function stands(as: Standing, now: Date): SQL | undefined {
  const areOpen = and(eq(forms.open, true), eq(sites.open, true))
  const isOver = sql`not (${isNotOver(forms, now)} and ${isNotOver(sites, now)})`
  const hasBoth = and(hasBegun(forms, now), hasBegun(sites, now))
  switch (as) {
    case 'open':
      return and(openNow(forms, now), openNow(sites, now))
    case 'closed':
      return sql`not ${areOpen}`
    case 'over':
      return and(areOpen, isOver)
    case 'notYet':
      return and(areOpen, sql`not ${isOver}`, sql`not ${hasBoth}`)
  }
}

/** Sets the days of a form. False when forms are not his to keep. */
export async function limitForm(
  office: Office,
  form: { id: string; slug: string },
  { opensAt, closesAt }: Days,
): Promise<boolean> {
  const { db, by } = office
  if (!administersAll(by)) return false
  await db.batch([
    db.update(forms).set({ opensAt, closesAt }).where(eq(forms.id, form.id)),
    auditRow(office, 'form_dated', form.slug),
  ])
  forgetForms()
  return true
}

/** Opens a form to workers, or closes it with all its sites. False when forms are not his to keep. */
export async function openOrCloseForm(
  office: Office,
  form: { id: string; slug: string },
  open: boolean,
): Promise<boolean> {
  const { db, by } = office
  if (!administersAll(by)) return false
  await db.batch([
    db.update(forms).set({ open }).where(eq(forms.id, form.id)),
    auditRow(office, open ? 'form_opened' : 'form_closed', form.slug),
  ])
  forgetForms()
  return true
}
