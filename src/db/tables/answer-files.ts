import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { instant } from '../columns.ts'
import { locales } from '../vocabulary.ts'

export const answerFileKinds = ['csv', 'xlsx', 'summary'] as const

/** `ended`: whoever asked for it may not have it any more. `failed`: it was tried several times. */
const answerFileStates = ['working', 'ready', 'ended', 'failed'] as const

/**
 * The answers to a form that somebody has made into one file, a slice at a time; the slices lie encrypted among the files
 * of the platform, under the id and a turn, for a day. There are never many rows.
 */
export const answerFiles = sqliteTable('answer_files', {
  id: text('id').primaryKey(),
  staffId: text('staff_id').notNull(),
  formId: text('form_id').notNull(),
  kind: text('kind', { enum: answerFileKinds }).notNull(),
  /** What it is narrowed to. */
  narrowing: text('narrowing', { mode: 'json' }).$type<unknown>().notNull(),
  locale: text('locale', { enum: locales }).notNull(),
  /** What its person read when he asked for it (`cases/sight.ts`); whoever has lost any of it does not get it. */
  reach: text('reach').notNull(),
  state: text('state', { enum: answerFileStates }).notNull().default('working'),
  at: instant('at').notNull(),
  endsAt: instant('ends_at').notNull(),
  /** How many answers there were to look at, how many were, and how many rows that came to. */
  total: integer('total').notNull(),
  looked: integer('looked').notNull().default(0),
  rows: integer('rows').notNull().default(0),
  /** The case of the last one that was looked at. */
  after: text('after'),
  /** Goes up with each try of a slice, so that of two at once one counts. */
  turn: integer('turn').notNull().default(0),
  /** How many tries in a row came to nothing. */
  failures: integer('failures').notNull().default(0),
  /** The turns whose slices make the file, in their order. */
  parts: text('parts', { mode: 'json' }).$type<number[]>().notNull(),
  /** What the sheet of a workbook came to so far. */
  crc: integer('crc').notNull().default(0),
  size: integer('size').notNull().default(0),
  /** Its key, wrapped as those of cases are (`encryption/keyring.ts`). */
  keyId: text('key_id').notNull(),
  wrappedBy: text('wrapped_by').notNull(),
  wrapped: text('wrapped').notNull(),
})
