import { eq, sql } from 'drizzle-orm'
import { workOf } from '../../../src/cases/handing-over.ts'
import { auditLog, organisations } from '../../../src/db/tables/orgs.ts'
import { replaceSite } from '../../../src/forms/replacing-sites.ts'
import type { PeopleOffice } from '../../../src/orgs/parting.ts'
import type { OrgId } from './places.ts'
import type { Town, Who } from './town.ts'

/** The office as a person of the town keeps it, where it is not asked by a page. */
export function officeOf({ scene, people }: Town, who: Who = 'administrator'): PeopleOffice {
  return { ...scene, work: workOf(scene), by: typeof who === 'string' ? people[who] : who }
}

/** The same as of a version that left cases with whoever lost his role: such databases are still about. */
export function formerOfficeOf(here: Town, who?: Who): PeopleOffice {
  return {
    ...officeOf(here, who),
    work: { falling: async () => ({ own: 0, waiting: 0, places: [] }), handOver: () => [], takeUp: () => [] },
  }
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

/** The code that comes after this one. */
export async function replacedIn(town: Town, code: string): Promise<string> {
  const done = await replaceSite(officeOf(town), { code, org: await orgOf(town, 'union') }, '海报被撕')
  if (!done.ok) throw new Error(done.why)
  return done.code
}
