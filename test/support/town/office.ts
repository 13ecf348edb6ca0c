import { eq, sql } from 'drizzle-orm'
import { auditLog, organisations } from '../../../src/db/tables/orgs.ts'
import type { Office } from '../../../src/orgs/auditing.ts'
import type { OrgId } from './places.ts'
import type { Town, Who } from './town.ts'

/** The office as a person of the town keeps it, where it is not asked by a page. */
export function officeOf({ scene, people }: Town, who: Who = 'administrator'): Office {
  return { ...scene, by: typeof who === 'string' ? people[who] : who }
}

/** What the log says was done, oldest first, after people came in. */
export async function logged({ db }: Pick<Town, 'db'>): Promise<string[]> {
  const rows = await db.select().from(auditLog).orderBy(sql`rowid`)
  return rows
    .filter((it) => it.action !== 'signed_in')
    .map((it) => `${it.staffId} ${it.action} ${it.subject}`)
}

/** An organisation of the town as it stands. */
export async function orgOf({ db }: Pick<Town, 'db'>, id: OrgId) {
  const org = await db.select().from(organisations).where(eq(organisations.id, id)).get()
  if (!org) throw new Error(`No organisation ${id}`)
  return org
}
