import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { newId } from '../db/id.ts'
import { insertSelect } from '../db/insert-select.ts'
import { categoryNominees, proposedNominees } from '../db/tables/orgs.ts'
import type { Category, NoticeKind } from '../db/vocabulary.ts'
import { noticeRows } from '../notices/writing.ts'
import { administersAll, administersAllSql, administratorsOfAll } from './administering.ts'
import { auditRow, isLogged, type Office } from './auditing.ts'
import { anotherNamed, soleNomineeOf } from './nominees.ts'
import { leavesWork, type PeopleOffice } from './parting.ts'

/** Whom it is about. */
interface Nominee {
  id: string
  email: string
}

/**
 * `no_second`: nobody is there who could agree; `own_proposal`: he proposed it himself; `gone`: there is nothing
 * to decide any more; `last_named` and `has_work` have to be meant: nobody else is named for the category, or cases
 * change hands.
 */
export type Nominated =
  | 'done'
  | 'not_allowed'
  | 'self'
  | 'no_second'
  | 'own_proposal'
  | 'gone'
  | 'last_named'
  | 'has_work'

/**
 * Proposes to name a person for a strict category, whose cases only the named see. Only the federation does;
 * nothing comes of it until another of its administrators agrees, and all of them are told.
 */
export async function proposeNominee(
  office: Office,
  person: Nominee,
  category: Category,
): Promise<Nominated> {
  const { db, now, by } = office
  const barred = barredFor(office, person)
  if (barred) return barred
  const seconds = await secondsFor(office, person)
  if (seconds.length === 0) return 'no_second'
  const row = { category, staffId: person.id, proposedBy: by.id, proposedAt: now }
  const stands = sql`from staff s where s.id = ${person.id} and s.active = 1
    and not exists (select 1 from category_nominees n where n.category = ${category} and n.staff_id = s.id)`
  const entry = newId(now)
  await db.batch([
    insertSelect(db, proposedNominees, row, stands).onConflictDoUpdate({
      target: [proposedNominees.category, proposedNominees.staffId],
      set: { proposedBy: by.id, proposedAt: now },
      setWhere: sql`not ${administersNow(sql`proposed_nominees.proposed_by`)}`,
    }),
    auditRow(office, 'naming_proposed', subjectOf(person, category), entry),
    ...news(office, entry, 'naming_proposed', seconds, {}),
  ])
  return 'done'
}

/** A second administrator agrees: the person is named, and he and all who were named before are told. */
export async function agreeToNominee(
  office: PeopleOffice,
  person: Nominee,
  category: Category,
): Promise<Nominated> {
  const { db, now, by } = office
  const barred = barredFor(office, person)
  if (barred) return barred
  const named = await namedFor(db, category)
  const proposed = sql`from proposed_nominees p join staff s on s.id = p.staff_id and s.active = 1
    where p.category = ${category} and p.staff_id = ${person.id} and p.proposed_by <> ${by.id}
      and ${administersNow(sql`p.proposed_by`)}`
  const entry = newId(now)
  const [done] = await db.batch([
    insertSelect(db, categoryNominees, { category, staffId: person.id }, proposed)
      .onConflictDoNothing()
      .returning({ staffId: categoryNominees.staffId }),
    auditRow(office, 'named_for_category', subjectOf(person, category), entry),
    db.delete(proposedNominees).where(and(proposalOf(person, category), isLogged(entry))),
    ...news(office, entry, 'naming', [...named, person.id], { staffId: person.id, what: 'named' }),
    ...office.work.takeUp(),
  ])
  if (done.length === 1) return 'done'
  const left = await db.select().from(proposedNominees).where(proposalOf(person, category)).get()
  return left?.proposedBy === by.id ? 'own_proposal' : 'gone'
}

/** Another administrator refuses a proposal, or whoever made it takes it back. */
export async function refuseNominee(office: Office, person: Nominee, category: Category): Promise<Nominated> {
  const { db } = office
  const barred = barredFor(office, person)
  if (barred) return barred
  const [refused] = await db.batch([
    db
      .delete(proposedNominees)
      .where(proposalOf(person, category))
      .returning({ id: proposedNominees.staffId }),
    auditRow(office, 'naming_refused', subjectOf(person, category)),
  ])
  return refused.length === 1 ? 'done' : 'gone'
}

/**
 * Names a person no longer, and hands over the cases of the category that were with him; he and those who stay
 * named are told. The last one, and one who has such cases, only where it is meant (`sure`).
 */
export async function unname(
  office: PeopleOffice,
  person: Nominee,
  category: Category,
  sure = false,
): Promise<Nominated> {
  const { db, now } = office
  const barred = barredFor(office, person)
  if (barred) return barred
  const mine = and(eq(categoryNominees.category, category), eq(categoryNominees.staffId, person.id))
  const loss = { staffId: person.id, of: { category } }
  const isLast = async () => (await soleNomineeOf(db, person.id)).includes(category)
  if (!sure && !(await isLast()) && (await leavesWork(office, loss))) return 'has_work'
  const named = await namedFor(db, category)
  const entry = newId(now)
  const [gone] = await db.batch([
    db
      .delete(categoryNominees)
      .where(and(mine, sure ? undefined : anotherNamed(sql`${category}`, sql`${person.id}`)))
      .returning({ id: categoryNominees.staffId }),
    auditRow(office, 'unnamed_for_category', subjectOf(person, category), entry),
    ...news(office, entry, 'naming', named, { staffId: person.id, what: 'unnamed' }),
    ...office.work.handOver(loss),
  ])
  if (gone.length === 1) return 'done'
  return (await db.select().from(categoryNominees).where(mine).get()) ? 'last_named' : 'gone'
}

/**
 * Statements, after the row `entry` of the log says that an account was closed, or moved to another mailbox: its
 * person is named no longer. Whoever has it then is named anew by two, or one alone would let him see strict cases.
 */
export async function endNominations(
  office: Office,
  person: Nominee,
  entry: string,
  { tellsHim = false } = {},
): Promise<Statement[]> {
  const { db } = office
  const { staffId, category } = categoryNominees
  const his = await db.select({ category }).from(categoryNominees).where(eq(staffId, person.id))
  if (his.length === 0) return []
  const named = await Promise.all(his.map((it) => namedFor(db, it.category)))
  const told = [...new Set(named.flat())].filter((id) => tellsHim || id !== person.id)
  return [
    db.delete(categoryNominees).where(and(eq(staffId, person.id), isLogged(entry))),
    auditRow(office, 'unnamed_for_category', `${person.email}: ${his.map((it) => it.category).join(', ')}`),
    ...news(office, entry, 'naming', told, { staffId: person.id, what: 'unnamed' }),
  ]
}

/** Who of the federation could agree to what this administrator proposes. */
export async function secondsFor({ db, by }: Pick<Office, 'db' | 'by'>, person: { id: string }) {
  return (await administratorsOfAll(db)).filter((id) => id !== by.id && id !== person.id)
}

function barredFor({ by }: Office, person: Nominee): 'self' | 'not_allowed' | null {
  if (by.id === person.id) return 'self'
  return administersAll(by) ? null : 'not_allowed'
}

/** SQL: that the person of this column is active and administers the federation by now. */
function administersNow(staffId: SQL): SQL {
  return sql`exists (select 1 from role_grants g join staff a on a.id = g.staff_id and a.active = 1
    where g.staff_id = ${staffId} and ${administersAllSql})`
}

function proposalOf(person: Nominee, category: Category) {
  return and(eq(proposedNominees.category, category), eq(proposedNominees.staffId, person.id))
}

async function namedFor(db: Db, category: Category): Promise<string[]> {
  const { staffId } = categoryNominees
  const rows = await db
    .select({ staffId })
    .from(categoryNominees)
    .where(eq(categoryNominees.category, category))
  return rows.map((it) => it.staffId)
}

/** Written only where the row of the log was. */
function news(office: Office, entry: string, kind: NoticeKind, people: string[], data: unknown) {
  const rows = people.map((staffId) => ({ staffId, kind, event: entry, data }))
  return noticeRows(office, rows, { only: isLogged(entry) })
}

function subjectOf({ email }: Nominee, category: Category): string {
  return `${email}: ${category}`
}
