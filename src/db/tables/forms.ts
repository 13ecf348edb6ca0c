import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, instant } from '../columns.ts'
import type { Bilingual } from '../vocabulary.ts'

export const forms = sqliteTable(
  'forms',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    open: flag('open').notNull().default(true),
    /** From when on, and until when, it takes anything while it is open; always, where nothing is said. */
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** Whether who comes when all places are taken may wait for one (`quotas`). */
    waits: flag('waits').notNull().default(false),
    currentVersionId: text('current_version_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('forms_slug').on(t.slug)],
)

/** A published version never changes; `definition` is validated by `forms/definition.ts` when read. */
export const formVersions = sqliteTable(
  'form_versions',
  {
    id: text('id').primaryKey(),
    formId: text('form_id').notNull(),
    number: integer('number').notNull(),
    definition: text('definition', { mode: 'json' }).$type<unknown>().notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [uniqueIndex('form_versions_number').on(t.formId, t.number)],
)

/** One printed QR code: a form at an enterprise or a place. */
export const sites = sqliteTable(
  'sites',
  {
    code: text('code').primaryKey(),
    formId: text('form_id').notNull(),
    orgId: text('org_id').notNull(),
    enterpriseId: text('enterprise_id'),
    place: text('place', { mode: 'json' }).$type<Bilingual>().notNull(),
    /** What the office calls it among its own; never on a poster. */
    label: text('label').notNull().default(''),
    open: flag('open').notNull().default(true),
    /** The same as of a form; both have to be open. */
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    /** The code that hangs there instead of this one, and why. */
    successor: text('successor'),
    replacedBecause: text('replaced_because'),
    /** Which sites were added together with it. */
    batch: text('batch'),
    /** How many were filed here, and under the codes that hung here before, on days that are over. */
    filings: integer('filings').notNull().default(0),
    /** How many fives of them became full in a month, `YYYY-MM`, where any did. */
    fives: text('fives', { mode: 'json' }).$type<Record<string, number>>().notNull().default({}),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('sites_org').on(t.orgId, t.createdAt),
    index('sites_form').on(t.formId),
    index('sites_batch').on(t.batch).where(sql`batch is not null`),
    index('sites_successor').on(t.successor).where(sql`successor is not null`),
  ],
)

/**
 * What a worker has begun to fill in and not sent, sealed with his resume code: the table yields nothing to who reads it,
 * and whoever has the code goes on from any phone.
 */
export const formDrafts = sqliteTable(
  'form_drafts',
  {
    /** A digest of the code. */
    id: text('id').primaryKey(),
    sealed: text('sealed').notNull(),
    /** Goes up with each change, so that of two tabs neither loses what the other wrote. */
    turn: integer('turn').notNull().default(1),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [index('form_drafts_ends').on(t.endsAt)],
)

/**
 * The next version of a form while somebody writes it, as a person writes it: incomplete, and not all of it right. A form
 * that was never published has this row alone, and goes on under its id.
 */
export const workingCopies = sqliteTable(
  'working_copies',
  {
    /** The id of the form. */
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    definition: text('definition', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** Goes up with each change, so that of two people neither undoes what the other did. */
    turn: integer('turn').notNull().default(1),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [uniqueIndex('working_copies_slug').on(t.slug)],
)
