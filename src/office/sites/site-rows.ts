import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { forms, formVersions, sites } from '../../db/tables/forms.ts'
import { enterprises, organisations } from '../../db/tables/orgs.ts'
import { type Standing, stands } from '../../forms/opening.ts'
import type { Staff } from '../../orgs/staff.ts'
import { type Organisation, within } from '../scope.ts'

export type Site = NonNullable<Awaited<ReturnType<typeof findSite>>>

const columns = {
  code: sites.code,
  formId: sites.formId,
  place: sites.place,
  label: sites.label,
  open: sites.open,
  opensAt: sites.opensAt,
  closesAt: sites.closesAt,
  successor: sites.successor,
  replacedBecause: sites.replacedBecause,
  form: { open: forms.open, opensAt: forms.opensAt, closesAt: forms.closesAt },
  filings: sites.filings,
  fives: sites.fives,
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

/** Which sites are asked for; empty texts ask for all. */
export interface SiteFilter {
  /** A part of place, employer, label or code. */
  q: string
  /** The id of a form. */
  of: string
  show: '' | Standing
  /** The id of what was added together. */
  batch: string
}

/** SQL over sites, their forms and employers: those that are asked for. */
export function whichSites({ q, of, show, batch }: SiteFilter, now: Date): SQL | undefined {
  const words = sql`lower(${sites.place} || ' ' || ${sites.code} || ' ' || ${sites.label} || ' ' || coalesce(${enterprises.name}, ''))`
  return and(
    of ? eq(sites.formId, of) : undefined,
    show ? stands(show, now) : undefined,
    batch ? eq(sites.batch, batch) : undefined,
    q ? sql`instr(${words}, ${q.toLowerCase()}) > 0` : undefined,
  )
}

/** The sites of one organisation, or all that this person administers, as far as they fit, by their codes. */
export async function listSites(
  db: Db,
  staff: Staff,
  { org, now, after, ...filter }: SiteFilter & { org: Organisation | null; now: Date; after: string },
  limit: number,
) {
  return await db
    .select(columns)
    .from(sites)
    .innerJoin(organisations, eq(organisations.id, sites.orgId))
    .innerJoin(forms, eq(forms.id, sites.formId))
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .leftJoin(enterprises, eq(enterprises.id, sites.enterpriseId))
    .where(
      and(
        gt(sites.code, after),
        org ? eq(sites.orgId, org.id) : within(staff, organisations.path),
        whichSites(filter, now),
      ),
    )
    .orderBy(asc(sites.code))
    .limit(limit)
}
