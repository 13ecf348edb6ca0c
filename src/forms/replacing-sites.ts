import { and, eq, isNull, sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { insertSelect } from '../db/insert-select.ts'
import { sites } from '../db/tables/forms.ts'
import { quotas, seats } from '../db/tables/quotas.ts'
import { administers } from '../orgs/administering.ts'
import { auditRow, type Office } from '../orgs/auditing.ts'
import { freeCodes } from './free-codes.ts'
import { forgetForms } from './kept-forms.ts'
import type { Placed } from './placing.ts'
import { ofSite } from './quota-keys.ts'

/**
 * Gives the place of a site a new code, where the old one was torn down or can no longer be trusted. The old one is
 * closed and tells which one came after it; what was filed there goes on with the place. Whoever asks twice gets the
 * same code.
 */
export async function replaceSite(
  office: Office,
  { code: old, org }: { code: string; org: { path: string } },
  because: string,
): Promise<Placed> {
  const { db, now, by } = office
  if (!administers(by, org.path)) return { ok: false, why: 'not_allowed' }
  const [code] = await freeCodes(db, 1)
  if (!code) return { ok: false, why: 'conflict' }
  const isPlaced = sql`exists (select 1 from sites placed where placed.code = ${code})`
  const { formId, orgId, enterpriseId, place, label, opensAt, closesAt, filings, fives } = sites
  const goesOn = { formId, orgId, enterpriseId, place, label, opensAt, closesAt, filings, fives }
  try {
    await db.batch([
      insertSelect(
        db,
        sites,
        { ...goesOn, code, open: true, createdAt: now },
        sql`from sites where ${sites.code} = ${old} and ${sites.successor} is null`,
      ),
      auditRow(office, 'site_replaced', old),
      // What led to the old one leads to the new one, so that no scan goes from door to door.
      db
        .update(sites)
        .set({ successor: code })
        .where(and(eq(sites.successor, old), isPlaced)),
      // How many it takes, and who has a place there, go on with the place.
      db
        .update(quotas)
        .set({ of: ofSite(code) })
        .where(and(eq(quotas.of, ofSite(old)), isPlaced)),
      db
        .update(seats)
        .set({
          wants: sql`replace(${seats.wants}, ${JSON.stringify(ofSite(old))}, ${JSON.stringify(ofSite(code))})`,
        })
        .where(and(sql`instr(${seats.wants}, ${JSON.stringify(ofSite(old))}) > 0`, isPlaced)),
      db
        .update(sites)
        .set({ successor: code, replacedBecause: because, open: false, filings: 0, fives: {} })
        .where(and(eq(sites.code, old), isNull(sites.successor), isPlaced)),
    ])
  } catch (error) {
    if (!isConflict(error)) throw error
  }
  forgetForms()
  const after = await db.select({ code: sites.successor }).from(sites).where(eq(sites.code, old)).get()
  return after?.code ? { ok: true, code: after.code } : { ok: false, why: 'conflict' }
}
