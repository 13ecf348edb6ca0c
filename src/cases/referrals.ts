import { asc, eq } from 'drizzle-orm'
import { referrals } from '../db/tables/consents.ts'
import type { Subject } from '../engine/process.ts'
import type { Scene } from '../orgs/scene.ts'

/** What another agency was told of a case. */
export type Referral = Omit<typeof referrals.$inferSelect, 'recipient' | 'told'> &
  Record<'recipient' | 'told', string>

/** All of a case, oldest first. */
export async function referralsOf(
  { db }: Pick<Scene, 'db'>,
  { case: { id }, cipher }: Pick<Subject, 'case' | 'cipher'>,
): Promise<Referral[]> {
  const rows = await db.select().from(referrals).where(eq(referrals.caseId, id)).orderBy(asc(referrals.id))
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      recipient: await cipher.decrypt(referrals.recipient, row.id, row.recipient),
      told: await cipher.decrypt(referrals.told, row.id, row.told),
    })),
  )
}
