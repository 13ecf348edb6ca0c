import { eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { secondFactors, sessions } from '../../db/tables/signin.ts'
import { auditRow } from '../../orgs/auditing.ts'
import type { Staff } from '../../orgs/staff.ts'
import { newSecret, stepOf } from './app-codes.ts'
import { newBackupCodes } from './backup-codes.ts'

interface Scene {
  db: Db
  now: Date
  key: string
}

/** Lays a new secret beside the one in use, if any, until the app has shown that it has it. */
export async function startEnrolment({ db, key }: Scene, staffId: string): Promise<void> {
  const pending = await newSecret(key)
  await db
    .insert(secondFactors)
    .values({ staffId, pending, backupCodes: [] })
    .onConflictDoUpdate({ target: secondFactors.staffId, set: { pending } })
}

/** Puts the new secret in use when the code is its; the backup codes to show once, or null. */
export async function confirmEnrolment(
  { db, now, key }: Scene,
  { sessionId, staff }: { sessionId: string; staff: Staff },
  typed: string,
): Promise<string[] | null> {
  const row = await factorOf(db, staff.id)
  if (!row?.pending) return null
  const step = await stepOf(key, row.pending, typed.normalize('NFKC').replace(/\s/g, ''), now)
  if (step === null) return null
  const { codes, hashes } = await newBackupCodes(key)
  const fresh = { since: now, lastStep: step, wrongCodes: 0, lockedUntil: null, backupCodes: hashes }
  await db.batch([
    db
      .update(secondFactors)
      .set({ secret: row.pending, pending: null, ...fresh })
      .where(eq(secondFactors.staffId, staff.id)),
    auditRow({ db, now, by: staff }, 'second_factor_enrolled', staff.email),
    db.update(sessions).set({ secondFactorAt: now, updatedAt: now }).where(eq(sessions.id, sessionId)),
  ])
  return codes
}

/** Replaces the backup codes; the new ones to show once. */
export async function renewBackupCodes({ db, now, key }: Scene, staff: Staff): Promise<string[]> {
  const { codes, hashes } = await newBackupCodes(key)
  await db.batch([
    db.update(secondFactors).set({ backupCodes: hashes }).where(eq(secondFactors.staffId, staff.id)),
    auditRow({ db, now, by: staff }, 'backup_codes_renewed', staff.email),
  ])
  return codes
}

export async function factorOf(db: Db, staffId: string) {
  const [row] = await db.select().from(secondFactors).where(eq(secondFactors.staffId, staffId))
  return row
}
