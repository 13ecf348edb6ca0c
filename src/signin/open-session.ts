import type { Context } from 'hono'
import { newId } from '../db/id.ts'
import { sessions } from '../db/tables/signin.ts'
import type { AppEnv } from '../env.ts'
import { auditRow } from '../orgs/auditing.ts'
import { keepSession, sessionDays } from './session.ts'

/** Opens a session where no mail can prove who comes: in the demo, and for whoever founds the federation. */
export async function openSession(
  c: Context<AppEnv>,
  person: { id: string; email: string },
  secondFactorAt: Date | null = null,
): Promise<void> {
  const { db, now } = c.var
  const token = crypto.randomUUID()
  await db.batch([
    db.insert(sessions).values({
      id: newId(now),
      token,
      userId: person.id,
      expiresAt: new Date(now.getTime() + sessionDays * 86_400_000),
      secondFactorAt,
      createdAt: now,
      updatedAt: now,
    }),
    auditRow({ db, now, by: person }, 'signed_in', person.email),
  ])
  await keepSession(c, token)
}
