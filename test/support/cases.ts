import type { Db } from '../../src/db/client.ts'
import { cases, ratings } from '../../src/db/tables/cases.ts'

type NewCase = Partial<typeof cases.$inferInsert>

let made = 0

/** Puts a case into the database as a history would have left it; what is not said is an open wages case. */
export async function putCase(db: Db, changes: NewCase = {}): Promise<string> {
  made += 1
  const id = changes.id ?? `case-${made}`
  const createdAt = changes.createdAt ?? new Date('2026-11-18T02:00:00Z')
  await db.insert(cases).values({
    id,
    number: made,
    submissionId: `submission-${made}`,
    receiptHash: `receipt-${made}`,
    orgId: 'federation',
    orgPath: '0001',
    category: 'wages',
    mode: 'complaint',
    secrecy: 'confidential',
    anonymous: true,
    bypassesUnit: false,
    danger: false,
    state: 'triage',
    turn: 1,
    createdAt,
    stateSince: createdAt,
    contactDueAt: new Date(createdAt.getTime() + 24 * 3_600_000),
    confidedTo: changes.secrecy === 'strict' ? (changes.category ?? null) : null,
    ...changes,
  })
  return id
}

export async function putRating(db: Db, rating: Omit<typeof ratings.$inferInsert, 'replyId'>): Promise<void> {
  made += 1
  await db.insert(ratings).values({ replyId: `reply-${made}`, ...rating })
}
