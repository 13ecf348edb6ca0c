import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, instant } from '../columns.ts'
import { type Bilingual, categories, employerStatuses, locales, roles } from '../vocabulary.ts'

/**
 * The tree of unions. `path` is materialised: four characters for each level, so a scope is a prefix
 * (`0001` the federation, `00010003` a township, `000100030007` a union).
 */
export const organisations = sqliteTable(
  'organisations',
  {
    id: text('id').primaryKey(),
    parentId: text('parent_id'),
    path: text('path').notNull(),
    name: text('name', { mode: 'json' }).$type<Bilingual>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('organisations_path').on(t.path), index('organisations_parent').on(t.parentId)],
)

/** Employers. Only those that are approved draw a case by their name; of these no two have the same code. */
export const enterprises = sqliteTable(
  'enterprises',
  {
    id: text('id').primaryKey(),
    orgId: text('org_id').notNull(),
    name: text('name', { mode: 'json' }).$type<Bilingual>().notNull(),
    creditCode: text('credit_code'),
    status: text('status', { enum: employerStatuses }).notNull().default('approved'),
    /** Why the county does not approve it, for the union that registered it. */
    refusedBecause: text('refused_because'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('enterprises_org').on(t.orgId),
    uniqueIndex('enterprises_code').on(t.creditCode).where(sql`status = 'approved'`),
    index('enterprises_waiting').on(t.id).where(sql`status = 'waiting'`),
  ],
)

/** People of the union who sign in; the user table of better-auth under our name for it. */
export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: flag('email_verified').notNull().default(false),
    image: text('image'),
    locale: text('locale', { enum: locales }).notNull().default('zh'),
    digest: flag('digest').notNull().default(true),
    active: flag('active').notNull().default(true),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('staff_email').on(t.email)],
)

/** A role that a person holds at an organisation; it reaches that organisation and all below it. */
export const roleGrants = sqliteTable(
  'role_grants',
  {
    staffId: text('staff_id').notNull(),
    orgId: text('org_id').notNull(),
    orgPath: text('org_path').notNull(),
    role: text('role', { enum: roles }).notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.staffId, t.orgId, t.role] }),
    index('role_grants_path').on(t.orgPath, t.role),
    index('role_grants_role').on(t.role, t.orgPath),
  ],
)

/** The people named for a strict category; only they see its cases. */
export const categoryNominees = sqliteTable(
  'category_nominees',
  { category: text('category', { enum: categories }).notNull(), staffId: text('staff_id').notNull() },
  (t) => [primaryKey({ columns: [t.category, t.staffId] }), index('category_nominees_staff').on(t.staffId)],
)

/** Whom one administrator of the federation wants named for a strict category, until another agrees or refuses. */
export const proposedNominees = sqliteTable(
  'proposed_nominees',
  {
    category: text('category', { enum: categories }).notNull(),
    staffId: text('staff_id').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.category, t.staffId] })],
)

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>().notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** Days (`MM-DD`) on which a year differs from plain weeks: weekdays off, and weekend days worked. */
export const calendarYears = sqliteTable('calendar_years', {
  year: integer('year').primaryKey(),
  daysOff: text('days_off', { mode: 'json' }).$type<string[]>().notNull(),
  daysWorked: text('days_worked', { mode: 'json' }).$type<string[]>().notNull(),
  /** Somebody said that all days of the year are in; before that its dates are provisional. */
  complete: flag('complete').notNull().default(true),
  updatedAt: instant('updated_at').notNull(),
})

/** What people of the union did outside a case: who, when, what, to which thing; never contents, never from where. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: text('id').primaryKey(),
    at: instant('at').notNull(),
    staffId: text('staff_id'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
  },
  // Its ids sort by time.
  (t) => [
    index('audit_log_at').on(t.at),
    index('audit_log_action').on(t.action, t.id),
    index('audit_log_staff').on(t.staffId, t.id),
  ],
)
