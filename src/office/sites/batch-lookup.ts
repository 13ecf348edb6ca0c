import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { listed } from '../../db/listed.ts'
import { sites } from '../../db/tables/forms.ts'
import { enterprises, organisations } from '../../db/tables/orgs.ts'
import { formsByTitle } from '../../forms/listing.ts'
import { tidyCreditCode } from '../../orgs/credit-code.ts'
import { goesByOneOf, keyOfName } from '../../orgs/same-name.ts'
import type { BatchLine } from './batch-table.ts'

export type KnownForm = Awaited<ReturnType<typeof formsByTitle>>[number]
export type KnownEmployer = Awaited<ReturnType<typeof employersOf>>[number]
export type KnownSite = Awaited<ReturnType<typeof sitesAt>>[number]

/** What the lines of a table can mean, in three statements, however many they are. */
export async function lookUp(db: Db, lines: BatchLine[], org: { id: string } | null) {
  const [forms, employers] = await Promise.all([formsByTitle(db), employersOf(db, lines)])
  const orgs = [...new Set([...employers.map((it) => it.org.id), ...(org ? [org.id] : [])])]
  return { forms, employers, sites: await sitesAt(db, lines, orgs) }
}

/** The approved employers that are called by name or code in some line. */
async function employersOf(db: Db, lines: BatchLine[]) {
  const asked = lines.map(({ enterprise }) => enterprise)
  return await db
    .select({
      id: enterprises.id,
      name: enterprises.name,
      creditCode: enterprises.creditCode,
      org: { id: organisations.id, path: organisations.path, name: organisations.name },
    })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.orgId))
    .where(
      and(
        eq(enterprises.status, 'approved'),
        or(
          inArray(enterprises.creditCode, listed(asked.map(tidyCreditCode))),
          goesByOneOf(sql`enterprises`, asked.map(keyOfName)),
        ),
      ),
    )
    .limit(2000)
}

/** The open sites of these organisations at the places that the lines name. */
async function sitesAt(db: Db, lines: BatchLine[], orgs: string[]) {
  const { code, formId, orgId, enterpriseId, place, batch } = sites
  const places = lines.map((line) => keyOfName(line.place))
  return await db
    .select({ code, formId, orgId, enterpriseId, place, batch })
    .from(sites)
    .where(
      and(
        inArray(orgId, listed(orgs)),
        eq(sites.open, true),
        isNull(sites.successor),
        goesByOneOf(sql`sites`, places, sql`place`),
      ),
    )
}
