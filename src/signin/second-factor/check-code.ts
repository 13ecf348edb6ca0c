import { and, eq, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { secondFactors, sessions } from '../../db/tables/signin.ts'
import { closedUp } from '../../typed/half-width.ts'
import { stepOf } from './app-codes.ts'
import { backupCodeHash } from './backup-codes.ts'

export type Shown = 'right' | 'wrong' | 'locked'

interface Scene {
  db: Db
  now: Date
  key: string
}

const allowedInARow = 5
const lockedMs = 15 * 60_000

/** Takes a code of the app or from paper; when it is right, the session counts as shown. Each works once. */
export async function showCode(
  scene: Scene,
  who: { sessionId: string; staffId: string },
  typed: string,
): Promise<Shown> {
  const row = await claimAttempt(scene, who.staffId)
  if (!row?.secret) return 'locked'
  const code = closedUp(typed).replaceAll('-', '')
  const taken = /^\d{6}$/.test(code)
    ? await takeAppCode(scene, row, code)
    : await takeBackupCode(scene, row, code)
  if (!taken) return 'wrong'
  await scene.db
    .update(sessions)
    .set({ secondFactorAt: scene.now, updatedAt: scene.now })
    .where(eq(sessions.id, who.sessionId))
  return 'right'
}

/** Counts an attempt before it is judged, so that many at once are not more than many in a row. */
async function claimAttempt({ db, now }: Scene, staffId: string) {
  const { wrongCodes, lockedUntil } = secondFactors
  const last = sql`${wrongCodes} + 1 >= ${allowedInARow}`
  const [row] = await db
    .update(secondFactors)
    .set({
      wrongCodes: sql`case when ${last} then 0 else ${wrongCodes} + 1 end`,
      lockedUntil: sql`case when ${last} then ${now.getTime() + lockedMs} end`,
    })
    .where(and(eq(secondFactors.staffId, staffId), or(isNull(lockedUntil), lte(lockedUntil, now))))
    .returning()
  return row
}

type Row = typeof secondFactors.$inferSelect
const fresh = { wrongCodes: 0, lockedUntil: null }

async function takeAppCode({ db, now, key }: Scene, row: Row, code: string): Promise<boolean> {
  const step = await stepOf(key, row.secret ?? '', code, now)
  if (step === null) return false
  const taken = await db
    .update(secondFactors)
    .set({ ...fresh, lastStep: step })
    .where(and(eq(secondFactors.staffId, row.staffId), lt(secondFactors.lastStep, step)))
    .returning({ id: secondFactors.staffId })
  return taken.length === 1
}

async function takeBackupCode({ db, key }: Scene, row: Row, code: string): Promise<boolean> {
  const hash = await backupCodeHash(key, code)
  const left = row.backupCodes.filter((it) => it !== hash)
  if (left.length === row.backupCodes.length) return false
  const taken = await db
    .update(secondFactors)
    .set({ ...fresh, backupCodes: left })
    .where(and(eq(secondFactors.staffId, row.staffId), eq(secondFactors.backupCodes, row.backupCodes)))
    .returning({ id: secondFactors.staffId })
  return taken.length === 1
}
