import { and, eq, sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { enterprises, organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import { administers } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'

type Organisation = typeof organisations.$inferSelect

/** Levels that a path may have: county, township, union, and two more for branches. */
const deepest = 5

export type Grown = { ok: true; id: string } | { ok: false; why: 'not_allowed' | 'too_deep' | 'conflict' }

/** Adds an organisation below another; its path is the parent's with the next free four digits. */
export async function addOrganisation(office: Office, parent: Organisation, name: Bilingual): Promise<Grown> {
  const { db, now, by } = office
  if (!administers(by, parent.path)) return { ok: false, why: 'not_allowed' }
  if (parent.path.length >= deepest * 4) return { ok: false, why: 'too_deep' }
  const id = newId(now)
  const next = sql`(select ${parent.path} || printf('%04d', coalesce(max(cast(substr(path, -4) as integer)), 0) + 1)
    from organisations where parent_id = ${parent.id})`
  try {
    await db.batch([
      db.insert(organisations).values({ id, parentId: parent.id, path: next, name, createdAt: now }),
      auditRow(office, 'organisation_added', name.zh),
    ])
    return { ok: true, id }
  } catch (error) {
    if (isConflict(error)) return { ok: false, why: 'conflict' }
    throw error
  }
}

/** Gives an organisation another name; its place in the tree stays. False when it is out of reach. */
export async function renameOrganisation(
  office: Office,
  it: Organisation,
  name: Bilingual,
): Promise<boolean> {
  const { db, by } = office
  if (!administers(by, it.path)) return false
  await db.batch([
    db.update(organisations).set({ name }).where(eq(organisations.id, it.id)),
    auditRow(office, 'organisation_renamed', `${it.name.zh} → ${name.zh}`),
  ])
  return true
}

/** Registers an employer with the union that is responsible for it; its verified credit code, if known. */
export async function addEnterprise(
  office: Office,
  union: Organisation,
  { name, creditCode }: { name: Bilingual; creditCode: string | null },
): Promise<boolean> {
  const { db, now, by } = office
  if (!administers(by, union.path)) return false
  await db.batch([
    db.insert(enterprises).values({ id: newId(now), orgId: union.id, name, creditCode, createdAt: now }),
    auditRow(office, 'enterprise_added', name.zh),
  ])
  return true
}

/** Changes name or credit code of an employer of this union. */
export async function changeEnterprise(
  office: Office,
  union: Organisation,
  id: string,
  change: { name: Bilingual; creditCode: string | null },
): Promise<boolean> {
  const { db, by } = office
  if (!administers(by, union.path)) return false
  const [changed] = await db.batch([
    db
      .update(enterprises)
      .set(change)
      .where(and(eq(enterprises.id, id), eq(enterprises.orgId, union.id)))
      .returning({ id: enterprises.id }),
    auditRow(office, 'enterprise_changed', change.name.zh),
  ])
  return changed.length === 1
}
