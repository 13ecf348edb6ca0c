import { and, asc, count, eq, gte, inArray, lt, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { forms, formVersions, sites } from '../../db/tables/forms.ts'
import { enterprises, organisations } from '../../db/tables/orgs.ts'
import type { Definition } from '../../forms/definition.ts'
import { stands } from '../../forms/opening.ts'
import { readStored } from '../../forms/stored-definitions.ts'
import type { Staff } from '../../orgs/staff.ts'
import { type Organisation, within } from '../scope.ts'
import { type SiteFilter, whichSites } from './site-rows.ts'

/** How many sheets are printed at once. */
export const sheetsAtOnce = 100

/** Which sites are printed: of an organisation and of all below it, or of all that this person administers. */
export interface ToPrint {
  staff: Staff
  org: Organisation | null
  filter: SiteFilter
  now: Date
}

/** The sites that take something, now or later, union by union, after the one of this code; one more than fit. */
export async function sitesToPrint(db: Db, wanted: ToPrint, after: string) {
  return await db
    .select({ code: sites.code, place: sites.place, formId: sites.formId, enterprise: enterprises.name })
    .from(sites)
    .innerJoin(organisations, eq(organisations.id, sites.orgId))
    .innerJoin(forms, eq(forms.id, sites.formId))
    .leftJoin(enterprises, eq(enterprises.id, sites.enterpriseId))
    .where(
      and(
        asked(wanted),
        or(stands('open', wanted.now), stands('notYet', wanted.now)),
        after ? sql`(${organisations.path}, ${sites.code}) > ${placeInOrder(after)}` : undefined,
      ),
    )
    .orderBy(asc(organisations.path), asc(sites.code))
    .limit(sheetsAtOnce + 1)
}

/** How many of them are left out because they are over, by their own days or those of their form. */
export async function countOver(db: Db, wanted: ToPrint): Promise<number> {
  const row = await db
    .select({ count: count() })
    .from(sites)
    .innerJoin(organisations, eq(organisations.id, sites.orgId))
    .innerJoin(forms, eq(forms.id, sites.formId))
    .leftJoin(enterprises, eq(enterprises.id, sites.enterpriseId))
    .where(and(asked(wanted), stands('over', wanted.now)))
    .get()
  return row?.count ?? 0
}

function asked({ staff, org, filter, now }: ToPrint) {
  const { path } = organisations
  const reach = org ? and(gte(path, org.path), lt(path, `${org.path}~`)) : within(staff, path)
  return and(reach, whichSites(filter, now))
}

/** The current definition of each of these forms, as far as anything can be made of it. */
export async function definitionsOf(db: Db, formIds: string[]): Promise<Map<string, Definition>> {
  const asked = [...new Set(formIds)]
  if (asked.length === 0) return new Map()
  const rows = await db
    .select({ id: forms.id, definition: formVersions.definition })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .where(inArray(forms.id, asked))
  return new Map(
    rows.flatMap(({ id, definition }) => {
      const read = readStored(definition)
      return read ? [[id, read]] : []
    }),
  )
}

/** Where a site stands in that order. */
const placeInOrder = (code: string) => sql`(select union_before.path, site_before.code from sites site_before
  join organisations union_before on union_before.id = site_before.org_id where site_before.code = ${code})`
