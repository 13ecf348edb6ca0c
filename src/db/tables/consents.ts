import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { encrypted, instant } from '../columns.ts'
import { consentAnswers, roles, toldKinds } from '../vocabulary.ts'

/**
 * Each time a worker was asked whether somebody may be told who he is (个人信息保护法 23, 29): who, what of it, for what,
 * and what he answered. Of one case at most one waits for an answer.
 */
export const consents = sqliteTable(
  'consents',
  {
    caseId: text('case_id').notNull(),
    id: text('id').notNull(),
    recipient: encrypted('recipient').notNull(),
    /** How the worker reaches the recipient. */
    contact: encrypted('contact').notNull(),
    purpose: encrypted('purpose').notNull(),
    what: text('what', { enum: toldKinds }).notNull(),
    askedAt: instant('asked_at').notNull(),
    askedBy: text('asked_by').notNull(),
    role: text('role', { enum: roles }),
    answer: text('answer', { enum: consentAnswers }),
    answeredAt: instant('answered_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.id] })],
)

/** What was told to another agency; of who the worker is no more than that it went along, and by which consent. */
export const referrals = sqliteTable(
  'referrals',
  {
    caseId: text('case_id').notNull(),
    id: text('id').notNull(),
    at: instant('at').notNull(),
    staffId: text('staff_id').notNull(),
    role: text('role', { enum: roles }),
    recipient: encrypted('recipient').notNull(),
    told: encrypted('told').notNull(),
    consentId: text('consent_id'),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.id] })],
)
