import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { forms, formVersions, sites } from '../../db/tables/forms.ts'
import { enterprises, organisations } from '../../db/tables/orgs.ts'
import type { Staff } from '../../orgs/staff.ts'
import { type Organisation, within } from '../scope.ts'

export type Site = NonNullable<Awaited<ReturnType<typeof findSite>>>

const columns = {
  code: sites.code,
  place: sites.place,
  open: sites.open,
  org: { id: organisations.id, path: organisations.path, name: organisations.name },
  definition: formVersions.definition,
  enterprise: enterprises.name,
}

/** A site of an organisation that this person administers. */
export async function findSite(db: Db, staff: Staff, code: string) {
  return await db
    .select(columns)
    .from(sites)
    .innerJoin(organisations, eq(organisations.id, sites.orgId))
    .innerJoin(forms, eq(forms.id, sites.formId))
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .leftJoin(enterprises, eq(enterprises.id, sites.enterpriseId))
    .where(and(eq(sites.code, code), within(staff, organisations.path)))
    .get()
}

/** The sites of one organisation, or all that this person administers, by their codes. */
export async function listSites(
  db: Db,
  staff: Staff,
  org: Organisation | null,
  after: string,
  limit: number,
) {
  return await db
    .select(columns)
    .from(sites)
    .innerJoin(organisations, eq(organisations.id, sites.orgId))
    .innerJoin(forms, eq(forms.id, sites.formId))
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .leftJoin(enterprises, eq(enterprises.id, sites.enterpriseId))
    .where(and(gt(sites.code, after), org ? eq(sites.orgId, org.id) : within(staff, organisations.path)))
    .orderBy(asc(sites.code))
    .limit(limit)
}
