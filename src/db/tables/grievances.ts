import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { encrypted, flag, instant } from '../columns.ts'
import { replyOutcomes, satisfiedAnswers, solvedAnswers } from '../vocabulary.ts'

/** What only a grievance has, beside its case. */
export const grievances = sqliteTable(
  'grievances',
  {
    caseId: text('case_id').primaryKey(),
    /** How many workers it stands for. */
    workers: integer('workers').notNull().default(1),
    complex: flag('complex').notNull().default(false),
    /** Who proposed to decline or to merge it, until a second person has decided. */
    proposerId: text('proposer_id'),
    /** The highest organisation in whose role somebody proposed to decline it, or agreed. */
    declinedPath: text('declined_path'),
    /** How often its worker appealed; two at most (信访工作条例 35–36). */
    appeals: integer('appeals').notNull().default(0),
    /** The county itself decided: the federation above it is to look at it, and ours escort the worker there. */
    toCity: flag('to_city').notNull().default(false),
    /** The case that it is proposed to be merged into, until then. */
    mergeTargetId: text('merge_target_id'),
    /** Who of the union declared danger; not he takes it back. */
    warnerId: text('warner_id'),
    /** Who proposed to move it out of confidence, until a second person has decided. */
    releaserId: text('releaser_id'),
    /** The draft in hand or, once signed, the answer. */
    replyId: text('reply_id'),
    dispatches: integer('dispatches').notNull().default(0),
    extensionDays: integer('extension_days').notNull().default(0),
    /** Who asked for more time, and for how many days, until the chair has decided. */
    askerId: text('asker_id'),
    askedDays: integer('asked_days'),
    /** Of a merged case: the one that lives on, wherever that was merged itself. */
    mergedIntoId: text('merged_into_id'),
    /** From here the limits of the law run; anew when the case is done again. */
    acceptedAt: instant('accepted_at'),
    repliedAt: instant('replied_at'),
    /** The last day of a time of the law that runs against the worker (`limitation.ts`); null where none does. */
    limitationAt: instant('limitation_at'),
  },
  (t) => [
    index('grievances_merged').on(t.mergedIntoId).where(sql`merged_into_id is not null`),
    index('grievances_asked').on(t.askerId).where(sql`asker_id is not null`),
    index('grievances_limitation').on(t.limitationAt).where(sql`limitation_at is not null`),
  ],
)

/** A drafted answer and who took it through review and sign-off; a new draft is a new row. */
export const replies = sqliteTable(
  'replies',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    body: encrypted('body').notNull(),
    outcome: text('outcome', { enum: replyOutcomes }).notNull(),
    drafterId: text('drafter_id').notNull(),
    draftedAt: instant('drafted_at').notNull(),
    reviewerId: text('reviewer_id'),
    reviewedAt: instant('reviewed_at'),
    signerId: text('signer_id'),
    signedAt: instant('signed_at'),
    /** The highest organisation in whose role somebody wrote, reviewed or signed it; a review is above that. */
    decidedPath: text('decided_path'),
    readAt: instant('read_at'),
  },
  (t) => [index('replies_case').on(t.caseId, t.draftedAt)],
)

/** Who decided a case before its worker appealed or objected: he may see it, and does not decide it again. */
export const decidedBefore = sqliteTable(
  'decided_before',
  { caseId: text('case_id').notNull(), staffId: text('staff_id').notNull() },
  (t) => [primaryKey({ columns: [t.caseId, t.staffId] })],
)

/** The worker's two answers about one reply; written by nobody else. */
export const ratings = sqliteTable(
  'ratings',
  {
    replyId: text('reply_id').primaryKey(),
    caseId: text('case_id').notNull(),
    solved: text('solved', { enum: solvedAnswers }).notNull(),
    satisfied: text('satisfied', { enum: satisfiedAnswers }).notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('ratings_case').on(t.caseId), index('ratings_at').on(t.at)],
)
