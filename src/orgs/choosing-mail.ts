import { eq } from 'drizzle-orm'
import { staff } from '../db/tables/orgs.ts'
import type { Locale } from '../db/vocabulary.ts'
import type { Office } from './auditing.ts'

/** What a person chooses for himself: whether the weekly mail comes, and the language that is spoken to him. */
export async function chooseMail(
  { db, now }: Pick<Office, 'db' | 'now'>,
  staffId: string,
  choice: { digest: boolean; locale?: Locale },
): Promise<void> {
  await db
    .update(staff)
    .set({ ...choice, updatedAt: now })
    .where(eq(staff.id, staffId))
}
