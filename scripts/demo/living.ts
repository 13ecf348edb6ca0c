import { and, eq, sql } from 'drizzle-orm'
import { findHolders } from '../../src/cases/clock/finding-holders.ts'
import { tellOverdue } from '../../src/cases/clock/telling-late.ts'
import { type Db, openDb } from '../../src/db/client.ts'
import { caseEvents, cases, duties } from '../../src/db/tables/cases.ts'
import { calendarYears, settings } from '../../src/db/tables/orgs.ts'
import { nearestDuty } from '../../src/engine/duties.ts'
import { forgetDays } from '../../src/figures/filed-at-sites.ts'
import { publishMonths } from '../../src/figures/publishing-months.ts'
import { calendarOf } from '../../src/orgs/calendar.ts'
import { type Scene, sceneOf } from '../../src/orgs/scene.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import { scenarios } from './cases/all.ts'
import { found } from './federation.ts'
import type { Played } from './filing.ts'
import { play } from './play.ts'
import type { Secrets } from './secrets.ts'

/**
 * Founds the demo federation in an empty database and has more than sixty cases really go their way, up to `now`.
 * Receipts and keys come from secrets that have to be those the service runs with.
 */
export async function liveThrough(
  d1: D1Database,
  now: Date,
  { receiptSecret, keys }: Omit<Secrets, 'searchSecret'>,
): Promise<Played[]> {
  const db = openDb(d1)
  await found(db, keys, now)
  const scene = sceneOf(db, keys, await rulesOf(db), now)
  const played = await play(scene, scenarios, receiptSecret)
  await settle(scene)
  await leaveSubmitted(scene, played)
  return played
}

/** The rest of this hour’s job, and the figures of all months; the mails of the past count as sent. */
async function settle(scene: Scene): Promise<void> {
  const { db, rules, now } = scene
  await findHolders(scene)
  await tellOverdue(scene)
  await db.run(sql`update deliveries set status = 'sent', attempts = 1, sent_at = created_at + 45000
    where status = 'pending'`)
  while ((await publishMonths(db, rules.settings.zone, now)) > 0);
  await forgetDays(scene)
}

/** The newest case is one that the service has only just taken in, as if it had been stopped right then. */
async function leaveSubmitted({ db, now }: Scene, played: Played[]): Promise<void> {
  const newest = played.find(({ scenario }) => scenario.key === 'suggestion-hall-hours')
  const id = newest?.caseId ?? ''
  await db.batch([
    db.delete(caseEvents).where(and(eq(caseEvents.caseId, id), eq(caseEvents.turn, 2))),
    db.delete(duties).where(and(eq(duties.caseId, id), eq(duties.kind, 'triage'))),
    db
      .update(cases)
      .set({ state: 'submitted', turn: 1, ...nobody, ...nearestDuty(now) })
      .where(eq(cases.id, id)),
  ])
}

const nobody = { holderRole: null, holderOrgId: null, holderId: null }

async function rulesOf(db: Db) {
  const [rows, years] = await db.batch([db.select().from(settings), db.select().from(calendarYears)])
  return { settings: settingsFrom(rows), calendar: calendarOf(years) }
}
