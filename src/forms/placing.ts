import { sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { sites } from '../db/tables/forms.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import { administers } from '../orgs/administering.ts'
import { auditRow, type Office } from '../orgs/auditing.ts'
import { freeCodes } from './free-codes.ts'
import type { Place } from './versions.ts'

export interface NewSite {
  formId: string
  /** The employer that the site stands for; one of another organisation, or not approved, is left out. */
  enterpriseId: string
  place: Bilingual
  label?: string
}

export type Placed = { ok: true; code: string } | { ok: false; why: 'not_allowed' | 'conflict' }

/** Places a form at an organisation, under a code that no site has. */
export async function addSite(office: Office, org: Place, site: NewSite): Promise<Placed> {
  const { db, now, by } = office
  if (!administers(by, org.path)) return { ok: false, why: 'not_allowed' }
  const [code] = await freeCodes(db, 1)
  if (!code) return { ok: false, why: 'conflict' }
  const { formId, enterpriseId: wanted, place, label = '' } = site
  const enterpriseId = sql`(select id from enterprises
    where id = ${wanted} and org_id = ${org.id} and status = 'approved')`
  try {
    await db.batch([
      db.insert(sites).values({ code, formId, orgId: org.id, enterpriseId, place, label, createdAt: now }),
      auditRow(office, 'site_added', code),
    ])
    return { ok: true, code }
  } catch (error) {
    if (isConflict(error)) return { ok: false, why: 'conflict' }
    throw error
  }
}
