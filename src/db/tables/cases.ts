import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { encrypted, flag, instant } from '../columns.ts'
import {
  actorKinds,
  categories,
  closingLabels,
  dutyHolders,
  dutyKinds,
  lamps,
  modes,
  processes,
  roles,
  secrecies,
  states,
} from '../vocabulary.ts'

/**
 * A submission that somebody handles, by a process. `turn` counts changes and is the lock between two people;
 * `holder…` says who moves it next. `orgPath` is the scope; filed past a unit, it is the level above.
 * What only one process knows of its cases stands in a table of its own (`grievances`).
 */
export const cases = sqliteTable(
  'cases',
  {
    id: text('id').notNull(),
    /** Drawn at random (`engine/numbers`). The row lies under it, so that no place in the table tells what came before what. */
    number: integer('number').primaryKey(),
    /** The same as its own id, so that the key of a submission leads here without an index. */
    submissionId: text('submission_id').notNull(),
    /** The case that it was opened from; null where a worker filed it. */
    parentId: text('parent_id'),
    receiptHash: text('receipt_hash').notNull(),
    process: text('process', { enum: processes }).notNull().default('grievance'),
    /** The version of the process that it was filed under. */
    processVersion: integer('process_version').notNull().default(1),
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

    state: text('state', { enum: states }).notNull(),
    turn: integer('turn').notNull(),
    closingLabel: text('closing_label', { enum: closingLabels }),
    holderRole: text('holder_role', { enum: roles }),
    holderOrgId: text('holder_org_id'),
    holderId: text('holder_id'),
    handlerId: text('handler_id'),
    formerHandlerId: text('former_handler_id'),

    /** The overlays beside the state. */
    danger: flag('danger').notNull(),
    extended: flag('extended').notNull().default(false),
    supervisedAt: instant('supervised_at'),

    createdAt: instant('created_at').notNull(),
    stateSince: instant('state_since').notNull(),
    closedAt: instant('closed_at'),
    /** By when the union is to have read what the worker wrote; null where nothing of his is unread. */
    readBy: instant('read_by'),

    /** The nearest of its running duties, ours before the worker's, for the indexes of the lists. */
    dutyKind: text('duty_kind', { enum: dutyKinds }),
    dueAt: instant('due_at'),
    amberAt: instant('amber_at'),
    provisional: flag('provisional').notNull().default(false),
    lamp: text('lamp', { enum: lamps }).notNull().default('green'),
  },
  (t) => {
    const open = sql`closed_at is null`
    const ended = sql`closed_at is not null`
    return [
      uniqueIndex('cases_id').on(t.id),
      uniqueIndex('cases_receipt').on(t.receiptHash),
      index('cases_children').on(t.parentId).where(sql`parent_id is not null`),
      index('cases_role_work').on(t.holderOrgId, t.holderRole, t.dueAt).where(sql`holder_id is null`),
      index('cases_own_work').on(t.holderId, t.dueAt).where(sql`holder_id is not null`),
      // What somebody handles until it ends, whoever has it meanwhile; written when it is dispatched and when it ends.
      index('cases_handled').on(t.handlerId).where(sql`handler_id is not null and closed_at is null`),
      index('cases_new').on(t.createdAt),
      // Open ones are few, by due date; a state is walked for the whole federation, however small the scope.
      index('cases_open').on(t.dueAt).where(open),
      index('cases_open_township').on(t.townshipPath, t.dueAt).where(open),
      index('cases_open_union').on(t.unionPath, t.dueAt).where(open),
      // Of those that wait for triage, in which all begin, a filing writes none: they are picked on the way.
      index('cases_open_state').on(t.state, t.dueAt).where(sql`closed_at is null and state <> 'triage'`),
      index('cases_open_category').on(t.category, t.dueAt).where(open),
      // One of three has an open case, and it moves from the one to the next.
      index('cases_green').on(t.amberAt).where(sql`lamp = 'green' and closed_at is null`),
      index('cases_amber').on(t.dueAt).where(sql`lamp = 'amber' and closed_at is null`),
      index('cases_red').on(t.dueAt).where(sql`lamp = 'red' and closed_at is null`),
      // Few at a time, for the whole federation; a smaller scope is looked for among them.
      index('cases_supervised').on(t.dueAt).where(sql`supervised_at is not null and closed_at is null`),
      index('cases_danger').on(t.dueAt).where(sql`danger = 1 and closed_at is null`),
      // Red, and nobody watches: fewer still, for the clock has them supervised before they turn red.
      index('cases_unwatched')
        .on(t.dueAt)
        .where(sql`lamp = 'red' and supervised_at is null and closed_at is null`),
      // Ended ones become many; they are written here when they end, and not when they are filed.
      index('cases_ended').on(t.state, t.createdAt).where(ended),
      index('cases_ended_township').on(t.townshipPath, t.state, t.createdAt).where(ended),
      index('cases_ended_union').on(t.unionPath, t.state, t.createdAt).where(ended),
      index('cases_ended_category').on(t.category, t.state, t.createdAt).where(ended),
      index('cases_ended_category_township')
        .on(t.townshipPath, t.category, t.state, t.createdAt)
        .where(ended),
      index('cases_ended_category_union').on(t.unionPath, t.category, t.state, t.createdAt).where(ended),
      index('cases_ended_employer')
        .on(t.enterpriseId, t.state, t.createdAt)
        .where(sql`enterprise_id is not null and closed_at is not null`),
      index('cases_unread').on(t.readBy).where(sql`read_by is not null`),
      index('cases_retention')
        .on(t.category, t.closedAt)
        .where(sql`closed_at is not null and state <> 'archived'`),
    ]
  },
)

/**
 * What is owed on a case by a date, several side by side, one row for each kind: a duty that starts again
 * takes its row again. It runs until `endedAt`; `doneAt` says that it was met, and when.
 */
export const duties = sqliteTable(
  'duties',
  {
    caseId: text('case_id').notNull(),
    kind: text('kind', { enum: dutyKinds }).notNull(),
    /** Who owes it; the worker's are windows of his, which nobody is late for. */
    holder: text('holder', { enum: dutyHolders }).notNull(),
    /** How often it began without having ended between. */
    begun: integer('begun').notNull().default(1),
    startedAt: instant('started_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** From here the lamp is amber. */
    amberAt: instant('amber_at').notNull(),
    /** When half of the time will be gone; emptied as soon as anything is noted. */
    halfAt: instant('half_at'),
    /** When the clock saw that it is late; it starts supervision by each duty once. */
    lateAt: instant('late_at'),
    /** The date falls in a year whose holidays were not known to the calendar of this version (暂定). */
    provisional: flag('provisional').notNull(),
    calendar: integer('calendar').notNull().default(0),
    doneAt: instant('done_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.kind] }),
    index('duties_windows').on(t.dueAt).where(sql`holder = 'worker' and ended_at is null`),
    index('duties_half').on(t.halfAt).where(sql`half_at is not null`),
    index('duties_provisional').on(t.calendar).where(sql`provisional = 1 and ended_at is null`),
  ],
)

/**
 * What happened, in order. A change of state carries the `turn` it makes; the unique index lets only
 * one of two people make it, and the whole batch of the other falls. How a case began nobody else can make.
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
    /** Names the row in what is encrypted of it; null of older ones, which are named by case and number. */
    id: text('id'),
    /** The words of a person. */
    reason: encrypted('reason'),
    /** The same for the same words on the same case, and tells nothing else of them. */
    reasonDigest: text('reason_digest'),
    /** Why the service did it by itself, as one of the causes that its act names. */
    cause: text('cause'),
    /** Whether the worker reads `reason`; the event itself is always in his history when its action says so. */
    reasonShown: flag('reason_shown').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.seq] }),
    uniqueIndex('case_events_turn').on(t.caseId, t.turn).where(sql`turn is not null`),
  ],
)

export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').notNull(),
    at: instant('at').notNull(),
    fromWorker: flag('from_worker').notNull(),
    staffId: text('staff_id'),
    role: text('role', { enum: roles }),
    body: encrypted('body').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [index('messages_case').on(t.caseId, t.at), uniqueIndex('messages_key').on(t.idempotencyKey)],
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
