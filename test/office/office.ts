import { sql } from 'drizzle-orm'
import { createApp } from '../../src/app.ts'
import { auditLog } from '../../src/db/tables/orgs.ts'
import { urls } from '../../src/urls.ts'
import { db } from '../signin/people.ts'
import { browser } from '../support/app.ts'

export const now = new Date('2026-11-23T02:00:00Z')
export const app = createApp(() => now)

/** A person's browser, signed in by the demo's button. */
export async function at(staffId: string) {
  const phone = browser(app, { demo: true })
  await phone.post(urls.signInDemo, { staff: staffId })
  return phone
}

/** What the log says was done, oldest first, after people came in. */
export async function logged(): Promise<string[]> {
  const rows = await db().select().from(auditLog).orderBy(sql`rowid`)
  return rows
    .filter((it) => it.action !== 'signed_in')
    .map((it) => `${it.staffId} ${it.action} ${it.subject}`)
}
