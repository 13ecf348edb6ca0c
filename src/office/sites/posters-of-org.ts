import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { forms, formVersions, sites } from '../../db/tables/forms.ts'
import { enterprises, organisations } from '../../db/tables/orgs.ts'
import type { Definition } from '../../forms/definition.ts'
import { readStored } from '../../forms/stored-definitions.ts'
import type { Organisation } from '../scope.ts'

/** How many sheets are printed at once. */
export const sheetsAtOnce = 100

/** The open sites of an organisation and of all below it, union by union, after the one of this code; one more than fit. */
export async function sitesToPrint(db: Db, org: Organisation, after: string) {
  return await db
    .select({ code: sites.code, place: sites.place, formId: sites.formId, enterprise: enterprises.name })
    .from(sites)
    .innerJoin(organisations, eq(organisations.id, sites.orgId))
    .innerJoin(forms, eq(forms.id, sites.formId))
    .leftJoin(enterprises, eq(enterprises.id, sites.enterpriseId))
    .where(
      and(
        gte(organisations.path, org.path),
        lt(organisations.path, `${org.path}~`),
        eq(sites.open, true),
        eq(forms.open, true),
        after ? sql`(${organisations.path}, ${sites.code}) > ${placeInOrder(after)}` : undefined,
      ),
    )
    .orderBy(asc(organisations.path), asc(sites.code))
    .limit(sheetsAtOnce + 1)
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
