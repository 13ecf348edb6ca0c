import { eq, sql } from 'drizzle-orm'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import { administers } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'
import { hasNameOf } from './same-name.ts'

type Organisation = typeof organisations.$inferSelect

/** Levels that a path may have: county, township, union, and two more for branches. */
const deepest = 5

export type Grown =
  | { ok: true; id: string }
  | { ok: false; why: 'not_allowed' | 'too_deep' | 'conflict' | 'name_taken' }

/** Adds an organisation below another; its path is the parent's with the next free four digits. */
export async function addOrganisation(office: Office, parent: Organisation, name: Bilingual): Promise<Grown> {
  const { db, now, by } = office
  if (!administers(by, parent.path)) return { ok: false, why: 'not_allowed' }
  if (parent.path.length >= deepest * 4) return { ok: false, why: 'too_deep' }
  if (await isOfOthers(office, name)) return { ok: false, why: 'name_taken' }
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

/** Gives an organisation another name; its place in the tree stays. */
export async function renameOrganisation(
  office: Office,
  it: Organisation,
  name: Bilingual,
): Promise<'done' | 'not_allowed' | 'name_taken'> {
  const { db, by } = office
  if (!administers(by, it.path)) return 'not_allowed'
  if (await isOfOthers(office, name)) return 'name_taken'
  await db.batch([
    db.update(organisations).set({ name }).where(eq(organisations.id, it.id)),
    auditRow(office, 'organisation_renamed', `${it.name.zh} → ${name.zh}`),
  ])
  return 'done'
}

/**
 * Whether an organisation out of his reach goes by a name: workers read it beside their employer, and would take
 * his for that one. The federation itself may give a name twice.
 */
async function isOfOthers({ db, by }: Office, name: Bilingual): Promise<boolean> {
  const namesakes = await db
    .select({ path: organisations.path })
    .from(organisations)
    .where(hasNameOf(sql`organisations`, name))
  return namesakes.some(({ path }) => !administers(by, path))
}
