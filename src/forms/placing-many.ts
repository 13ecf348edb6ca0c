import { sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { insertSelect } from '../db/insert-select.ts'
import { forms, sites } from '../db/tables/forms.ts'
import { enterprises, organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import { administers } from '../orgs/administering.ts'
import { auditRow, type Office } from '../orgs/auditing.ts'
import { freeCodes } from './free-codes.ts'
import type { Place } from './versions.ts'

/** One of many sites: it falls to the organisation of its employer, where it stands for one. */
export interface SiteOfBatch {
  formId: string
  org: Place
  enterpriseId: string | null
  place: Bilingual
  label: string
}

export type PlacedMany = { ok: true } | { ok: false; why: 'not_allowed' | 'conflict' }

/**
 * Places many sites in one act, under codes that none has, all or none; once for each batch, however often it is asked.
 * One whose employer is of another organisation, or not approved, is left out.
 */
export async function addSites(office: Office, batch: string, placed: SiteOfBatch[]): Promise<PlacedMany> {
  const { db, now, by } = office
  if (!placed.every(({ org }) => administers(by, org.path))) return { ok: false, why: 'not_allowed' }
  const codes = await freeCodes(db, placed.length)
  if (codes.length < placed.length) return { ok: false, why: 'conflict' }
  const rows = placed.map(({ org, ...site }, at) => ({ ...site, orgId: org.id, code: codes[at] }))
  const of = (name: string) => sql`json_extract(row.value, ${sql.raw(`'$.${name}'`)})`
  const added = insertSelect(
    db,
    sites,
    {
      code: of('code'),
      formId: forms.id,
      orgId: organisations.id,
      enterpriseId: enterprises.id,
      place: of('place'),
      label: of('label'),
      batch,
      createdAt: now,
    },
    sql`from json_each(${JSON.stringify(rows)}) row
      join ${forms} on ${forms.id} = ${of('formId')}
      join ${organisations} on ${organisations.id} = ${of('orgId')}
      left join ${enterprises} on ${enterprises.id} = ${of('enterpriseId')}
        and ${enterprises.orgId} = ${organisations.id} and ${enterprises.status} = 'approved'
      where (${of('enterpriseId')} is null or ${enterprises.id} is not null)
        and not exists (select 1 from sites before where before.batch = ${batch})`,
  )
  try {
    await db.batch([added, auditRow(office, 'sites_added', batch)])
    return { ok: true }
  } catch (error) {
    if (isConflict(error)) return { ok: false, why: 'conflict' }
    throw error
  }
}
