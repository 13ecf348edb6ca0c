import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, instant } from '../columns.ts'
import {
  actorKinds,
  categories,
  closingLabels,
  lamps,
  locales,
  modes,
  replyOutcomes,
  roles,
  satisfiedAnswers,
  secrecies,
  solvedAnswers,
  states,
} from '../vocabulary.ts'

/** One filled-in form version. `idempotencyKey` is a digest, so that a row never yields its receipt. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    formVersionId: text('form_version_id').notNull(),
    siteCode: text('site_code'),
    answers: text('answers', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    locale: text('locale', { enum: locales }).notNull(),
    mode: text('mode', { enum: modes }).notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('submissions_idempotency_key').on(t.idempotencyKey)],
)

/**
 * A submission that needs handling. `turn` counts state changes and is the lock between two people;
 * `holder…` says who moves it next. `orgPath` is the scope; filed past a unit, it is the level above.
 */
export const cases = sqliteTable(
  'cases',
  {
    id: text('id').primaryKey(),
    number: integer('number').notNull(),
    submissionId: text('submission_id').notNull(),
    receiptHash: text('receipt_hash').notNull(),
    orgId: text('org_id').notNull(),
    orgPath: text('org_path').notNull(),
    /** The first two and three levels of the path, so that a scope is one equality in an index. */
    townshipPath: text('township_path').generatedAlwaysAs(sql`(substr(org_path, 1, 8))`, { mode: 'virtual' }),
    unionPath: text('union_path').generatedAlwaysAs(sql`(substr(org_path, 1, 12))`, { mode: 'virtual' }),
    enterpriseId: text('enterprise_id'),
    category: text('category', { enum: categories }).notNull(),
    mode: text('mode', { enum: modes }).notNull(),
    secrecy: text('secrecy', { enum: secrecies }).notNull(),
    /** Of a strict case: the category whose named people may see it, even when it is called otherwise by now. */
    confidedTo: text('confided_to', { enum: categories }),
    anonymous: flag('anonymous').notNull(),
    bypassesUnit: flag('bypasses_unit').notNull(),
    danger: flag('danger').notNull(),
    workers: integer('workers').notNull().default(1),
    complex: flag('complex').notNull().default(false),

    state: text('state', { enum: states }).notNull(),
    turn: integer('turn').notNull(),
    closingLabel: text('closing_label', { enum: closingLabels }),
    holderRole: text('holder_role', { enum: roles }),
    holderOrgId: text('holder_org_id'),
    holderId: text('holder_id'),
    handlerId: text('handler_id'),
    proposerId: text('proposer_id'),
    formerHandlerId: text('former_handler_id'),
    replyId: text('reply_id'),
    dispatches: integer('dispatches').notNull().default(0),
    extended: flag('extended').notNull().default(false),
    extensionDays: integer('extension_days').notNull().default(0),
    mergedIntoId: text('merged_into_id'),
    supervisedAt: instant('supervised_at'),

    createdAt: instant('created_at').notNull(),
    stateSince: instant('state_since').notNull(),
    acceptedAt: instant('accepted_at'),
    contactDueAt: instant('contact_due_at').notNull(),
    contactedAt: instant('contacted_at'),
    amberAt: instant('amber_at'),
    dueAt: instant('due_at'),
    provisional: flag('provisional').notNull().default(false),
    lamp: text('lamp', { enum: lamps }).notNull().default('green'),
    /** When half of the time will be gone; emptied as soon as anything is noted. */
    halfAt: instant('half_at'),
    /** When the next human being was told that the case is overdue. */
    toldAt: instant('told_at'),
    repliedAt: instant('replied_at'),
    closedAt: instant('closed_at'),
  },
  (t) => {
    const open = sql`closed_at is null`
    return [
      uniqueIndex('cases_number').on(t.number),
      uniqueIndex('cases_receipt').on(t.receiptHash),
      uniqueIndex('cases_submission').on(t.submissionId),
      index('cases_role_work').on(t.holderOrgId, t.holderRole, t.dueAt).where(sql`holder_id is null`),
      index('cases_own_work').on(t.holderId, t.dueAt).where(sql`holder_id is not null`),
      index('cases_open').on(t.dueAt).where(open),
      index('cases_open_category').on(t.category, t.dueAt).where(open),
      index('cases_open_township').on(t.townshipPath, t.dueAt).where(open),
      index('cases_open_union').on(t.unionPath, t.dueAt).where(open),
      index('cases_new').on(t.createdAt),
      index('cases_new_township').on(t.townshipPath, t.createdAt),
      index('cases_new_union').on(t.unionPath, t.createdAt),
      index('cases_state').on(t.state, t.createdAt),
      index('cases_state_township').on(t.townshipPath, t.state, t.createdAt),
      index('cases_state_union').on(t.unionPath, t.state, t.createdAt),
      index('cases_lamp_due').on(t.lamp, t.dueAt).where(open),
      index('cases_lamp_amber').on(t.lamp, t.amberAt).where(open),
      index('cases_contact').on(t.contactDueAt),
      // Only closed ones, lest a search for open cases walks it.
      index('cases_closed').on(t.closedAt).where(sql`closed_at is not null`),
      index('cases_category').on(t.category, t.state, t.createdAt),
      index('cases_category_township').on(t.townshipPath, t.category, t.state, t.createdAt),
      index('cases_category_union').on(t.unionPath, t.category, t.state, t.createdAt),
      index('cases_clock').on(t.state, t.dueAt).where(open),
      index('cases_half').on(t.halfAt).where(sql`half_at is not null`),
      index('cases_uncontacted')
        .on(t.contactDueAt)
        .where(sql`contacted_at is null and supervised_at is null and closed_at is null`),
      index('cases_untold').on(t.dueAt).where(sql`lamp = 'red' and told_at is null and closed_at is null`),
      index('cases_retention').on(t.closedAt).where(sql`state = 'closed'`),
      index('cases_provisional').on(t.id).where(sql`provisional = 1 and closed_at is null`),
    ]
  },
)

/**
 * What happened, in order. A change of state carries the `turn` it makes; the unique index lets only
 * one of two people make it, and the whole batch of the other falls.
 */
export const caseEvents = sqliteTable(
  'case_events',
  {
    caseId: text('case_id').notNull(),
    seq: integer('seq').notNull(),
    turn: integer('turn'),
    at: instant('at').notNull(),
    action: text('action').notNull(),
    from: text('from_state', { enum: states }),
    to: text('to_state', { enum: states }),
    actor: text('actor', { enum: actorKinds }).notNull(),
    staffId: text('staff_id'),
    role: text('role', { enum: roles }),
    reason: text('reason'),
    /** Whether the worker reads `reason`; the event itself is always in his history when its action says so. */
    reasonShown: flag('reason_shown').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    uniqueIndex('case_events_turn').on(t.caseId, t.turn),
    index('case_events_action').on(t.action, t.at),
  ],
)

/** The vault: what names a worker, apart from his answers. Each look is an event with a reason. */
export const identities = sqliteTable('identities', {
  caseId: text('case_id').primaryKey(),
  details: text('details', { mode: 'json' }).$type<Record<string, string>>().notNull(),
})

export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    at: instant('at').notNull(),
    fromWorker: flag('from_worker').notNull(),
    staffId: text('staff_id'),
    role: text('role', { enum: roles }),
    body: text('body').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [index('messages_case').on(t.caseId, t.at), uniqueIndex('messages_key').on(t.idempotencyKey)],
)

/** A drafted answer and who took it through review and sign-off; a new draft is a new row. */
export const replies = sqliteTable(
  'replies',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    body: text('body').notNull(),
    outcome: text('outcome', { enum: replyOutcomes }).notNull(),
    drafterId: text('drafter_id').notNull(),
    draftedAt: instant('drafted_at').notNull(),
    reviewerId: text('reviewer_id'),
    reviewedAt: instant('reviewed_at'),
    signerId: text('signer_id'),
    signedAt: instant('signed_at'),
    readAt: instant('read_at'),
  },
  (t) => [index('replies_case').on(t.caseId, t.draftedAt)],
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

/** A person with an interest in the case neither sees it nor acts on it. */
export const recusals = sqliteTable(
  'recusals',
  {
    staffId: text('staff_id').notNull(),
    caseId: text('case_id').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.caseId] })],
)

/** What was deleted, when and why; no content. */
export const deletions = sqliteTable(
  'deletions',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    caseNumber: integer('case_number').notNull(),
    what: text('what').notNull(),
    why: text('why').notNull(),
  },
  (t) => [index('deletions_at').on(t.at)],
)

/** Monthly counts for the public board, computed by the hourly job. */
export const monthlyFigures = sqliteTable(
  'monthly_figures',
  {
    month: text('month').notNull(),
    category: text('category', { enum: categories }).notNull(),
    filed: integer('filed').notNull().default(0),
    contactsDue: integer('contacts_due').notNull().default(0),
    contactsInTime: integer('contacts_in_time').notNull().default(0),
    rated: integer('rated').notNull().default(0),
    solved: integer('solved').notNull().default(0),
    partly: integer('partly').notNull().default(0),
    satisfied: integer('satisfied').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.month, t.category] })],
)
