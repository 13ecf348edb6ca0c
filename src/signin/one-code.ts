import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { newId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { verifications } from '../db/tables/signin.ts'
import { code } from '../mails/sign-in-code.ts'

const life = code.minutes * 60_000
/** A code that was first made so long ago is not handed out again, so that none lives on by being asked for. */
const oldest = 2 * life

/**
 * The code that a mailbox signs in with: the one that it was sent before, for ten minutes more, or a new one, where
 * none lives or its tries are used up. A mail that is late then still fits, however often one asked meanwhile.
 * The same four statements for every mailbox, whether anybody has it or not.
 */
export async function codeOf(
  db: Db,
  secret: string,
  email: string,
): Promise<{ digits: string; again: boolean }> {
  const { generateRandomString } = await import('better-auth/crypto')
  // better-auth, which reads these rows, goes by the time of the machine.
  const now = new Date()
  const fresh = generateRandomString(code.digits, '0-9')
  const { id, identifier, value, createdAt } = verifications
  const name = `sign-in-otp-${email}`
  const until = new Date(now.getTime() + life)
  const row = {
    id: newId(now),
    identifier: name,
    value: `${await seal(secret, fresh)}:0`,
    expiresAt: until,
    createdAt: now,
    updatedAt: now,
  }
  const isOver = sql`(expires_at <= ${now.getTime()} or created_at <= ${now.getTime() - oldest}
    or cast(substr(value, instr(value, ':') + 1) as integer) >= ${code.attempts})`
  const [, , , [kept]] = await db.batch([
    db.delete(verifications).where(sql`${eq(identifier, name)} and ${isOver}`),
    insertSelect(
      db,
      verifications,
      row,
      sql`where not exists (select 1 from verifications where identifier = ${name})`,
    ),
    db.update(verifications).set({ expiresAt: until, updatedAt: now }).where(eq(identifier, name)),
    db
      .select({ id, value })
      .from(verifications)
      .where(eq(identifier, name))
      .orderBy(desc(createdAt))
      .limit(1),
  ])
  if (!kept) throw new Error('A sign-in code was not kept')
  return {
    digits: await open(secret, kept.value.slice(0, kept.value.lastIndexOf(':'))),
    again: kept.id !== row.id,
  }
}

/** A code as it is kept beside its tries. */
export async function seal(key: string, digits: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key, data: digits })
}

export async function open(key: string, kept: string): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key, data: kept })
}
