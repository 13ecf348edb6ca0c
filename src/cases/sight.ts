import { and, or, type SQL, sql } from 'drizzle-orm'
import { cases } from '../db/tables/cases.ts'
import { type Category, type Secrecy, secrecies } from '../db/vocabulary.ts'
import { readsCases, readsCasesSql } from '../orgs/roles.ts'
import type { Grant, Staff } from '../orgs/staff.ts'
import { covers, isFederation, levelOf, outermost } from '../orgs/tree.ts'

/**
 * Who may see a case, said once: a person sees it who holds a role that reads cases at its organisation or
 * above, has not stood aside from it, and, where it is strict, is named for the category it was confided to.
 * Each of the three clauses stands here as a predicate and as SQL; nothing else asks about these columns.
 */

/** What sight asks of a case that is at hand. */
export interface Sighted {
  orgPath: string
  secrecy: Secrecy
  /** Of a strict case: the category whose named people may see it, whatever it is called by now. */
  confidedTo: Category | null
}

/** The same of a case inside a statement: values, or the columns of a row. */
export interface CaseRef {
  id: string | SQL
  /** The case it was opened from: whoever stands aside from that stands aside from both. */
  parentId: string | null | SQL
  /** The path of its organisation and of all above. */
  paths: string[] | SQL
  secrecy: Secrecy | SQL
  confidedTo: Category | null | SQL
}

/** Each row of `cases`, inside a statement that runs over several. */
export const eachCase = rowOf(sql`cases`)

/** The row of a table that stands for `cases` in a statement, by its alias. */
export function rowOf(name: SQL): CaseRef {
  const path = sql`${name}.org_path`
  return {
    id: sql`${name}.id`,
    parentId: sql`${name}.parent_id`,
    paths: sql`(${path}, substr(${path}, 1, 16), substr(${path}, 1, 12), substr(${path}, 1, 8), substr(${path}, 1, 4))`,
    secrecy: sql`${name}.secrecy`,
    confidedTo: sql`${name}.confided_to`,
  }
}

/** Whether a person sees a case; `recused` says whether he has stood aside from it. */
export function sees(staff: Staff, it: Sighted, recused: boolean): boolean {
  const inConfidence = !isStrict(it) || (it.confidedTo !== null && staff.nominatedFor.includes(it.confidedTo))
  return !recused && inConfidence && grantsOver(staff, it).length > 0
}

/** The roles by which a person reads a case, as far as its place decides. */
export function grantsOver(staff: Staff, { orgPath }: Pick<Sighted, 'orgPath'>): Grant[] {
  return staff.grants.filter((grant) => readsCases(grant.role) && covers(grant.orgPath, orgPath))
}

export function isStrict({ secrecy }: Pick<Sighted, 'secrecy'>): boolean {
  return secrecy === 'strict'
}

/** Whether nobody reads a case who does not read another one too; who stands aside is asked by `asideFromOnly`. */
export function readByNoMore(it: Unit, than: Unit): boolean {
  const isAsSecret = secrecies.indexOf(it.secrecy) >= secrecies.indexOf(than.secrecy)
  const forTheSame = !isStrict(than) || it.confidedTo === than.confidedTo
  return covers(it.orgPath, than.orgPath) && isAsSecret && forTheSame && it.bypassesUnit >= than.bypassesUnit
}
type Unit = Sighted & { bypassesUnit: boolean }
/** SQL over `cases`: whether somebody stands aside from the case of this id who does not from that of the row. */
export function asideFromOnly(caseId: string): SQL<number> {
  return sql<number>`exists (select 1 from recusals r where r.case_id = ${caseId}
    and not ${standsAside(sql`r.staff_id`, eachCase)})`
}

/** SQL over `cases`: not strict, so that it may be counted among others. */
export const isNotStrict = sql`cases.secrecy <> 'strict'`

/** SQL over `cases`: only people named for this category see it. */
export function isConfidedTo(category: Category): SQL {
  return sql`(cases.secrecy = 'strict' and cases.confided_to = ${category})`
}

/** SQL: whether the person of this column sees the case, by any role that he holds. */
export function personSees(personId: SQL, it: CaseRef = eachCase): SQL {
  return sql`exists (select 1 from role_grants held where held.staff_id = ${personId}
      and held.org_path in ${it.paths} and ${readsCasesSql(sql`held.role`)})
    and ${mayKnow(personId, it)}`
}

/** SQL: as `personSees`, where the role and its place are found already. */
export function mayKnow(personId: SQL, it: CaseRef = eachCase): SQL {
  return sql`not ${standsAside(personId, it)} and ${isNamed(personId, it)}`
}

/** SQL: not strict, or he is named for the category that it was confided to. */
export function isNamed(personId: SQL, it: CaseRef = eachCase): SQL {
  return sql`(${it.secrecy} <> 'strict' or exists (
      select 1 from category_nominees n where n.category = ${it.confidedTo} and n.staff_id = ${personId}))`
}

/** What one person reads, and all who read the same. */
export interface Reach {
  /** Scopes, none of which lies in another. */
  paths: string[]
  /** Strict categories whose cases they may see. */
  nominatedFor: Category[]
  /** Who stands aside from cases, and so reads without them; null where nobody does. */
  recusedId: string | null
}

/** The same as it is kept with what was counted for it, to ask later whether its person still has it. */
export interface KeptReach extends Reach {
  /** The cases that he stands aside from. */
  recusedFrom: string[]
}

export function reachOf({ id, grants, nominatedFor }: Staff): Reach {
  const reading = grants.filter(({ role }) => readsCases(role))
  return { paths: outermost(reading.map(({ orgPath }) => orgPath)), nominatedFor, recusedId: id }
}

/** SQL over `staff`: what each person reads, to be taken up by `reachFrom`. */
export const reachOfEach = {
  paths: sql<string>`(select json_group_array(distinct g.org_path) from role_grants g
    where g.staff_id = staff.id and ${readsCasesSql(sql`g.role`)})`,
  nominatedFor: sql<string>`(select json_group_array(n.category) from category_nominees n
    where n.staff_id = staff.id)`,
  recusedFrom: sql<string>`(select json_group_array(r.case_id) from recusals r where r.staff_id = staff.id)`,
}

/** The reach of a person out of `reachOfEach`; whoever stands aside from nothing shares his with others. */
export function reachFrom(
  staffId: string,
  row: { paths: string; nominatedFor: string; recusedFrom: string },
): KeptReach {
  const recusedFrom: string[] = JSON.parse(row.recusedFrom)
  return {
    paths: outermost(JSON.parse(row.paths)),
    nominatedFor: (JSON.parse(row.nominatedFor) as Category[]).sort(),
    recusedId: recusedFrom.length > 0 ? staffId : null,
    recusedFrom,
  }
}

/**
 * SQL: whether a person's reach by now covers one that was kept, as JSON: it may have grown, but he has stood
 * aside from no other case since.
 */
export function stillCovers(personId: SQL, kept: SQL): SQL {
  return sql`(not exists (select 1 from json_each(${kept}, '$.paths') place where not exists (
      select 1 from role_grants held where held.staff_id = ${personId} and ${readsCasesSql(sql`held.role`)}
        and held.org_path = substr(place.value, 1, length(held.org_path))))
    and not exists (select 1 from json_each(${kept}, '$.nominatedFor') strict where strict.value not in (
      select own.category from category_nominees own where own.staff_id = ${personId}))
    and not exists (select 1 from recusals r where r.staff_id = ${personId} and r.case_id not in (
      select known.value from json_each(${kept}, '$.recusedFrom') known)))`
}

/** SQL over `cases`: all that a reach comes to. */
export function withinReach(reach: Reach): SQL | undefined {
  return and(withinPaths(reach), knownTo(reach))
}

/** SQL over `cases`: as far as its place decides; `plain` as for `inScope`. */
export function withinPaths({ paths }: Reach, plain = sql``): SQL | undefined {
  if (paths.length === 0) return sql`false`
  return or(...paths.map((path) => inScope(path, plain) ?? sql`true`))
}

/** SQL over `cases`: as `withinReach`, where the scope is walked by an index of its own. */
export function knownTo({ nominatedFor, recusedId }: Reach): SQL | undefined {
  return and(
    nominatedFor.length > 0 ? sql`(${isNotStrict} or cases.confided_to in ${nominatedFor})` : isNotStrict,
    recusedId === null ? undefined : sql`not ${standsAside(sql`${recusedId}`, eachCase)}`,
  )
}

/**
 * SQL over `cases`: at an organisation or below it; undefined for the federation, which is all. Townships and
 * unions are columns in the indexes; `plain` keeps the planner on another index.
 */
export function inScope(path: string, plain = sql``): SQL | undefined {
  if (isFederation(path)) return undefined
  if (levelOf(path) === 2) return sql`${plain}${cases.townshipPath} = ${path}`
  const union = sql`${plain}${cases.unionPath} = ${path.slice(0, 12)}`
  return levelOf(path) === 3 ? union : and(union, sql`substr(${cases.orgPath}, 1, ${path.length}) = ${path}`)
}

/** SQL: whether a person has stood aside from the case of a row. */
export function recusedSql(staffId: string): SQL<number> {
  return standsAside(sql`${staffId}`, eachCase)
}

function standsAside(personId: SQL, { id, parentId }: Pick<CaseRef, 'id' | 'parentId'>): SQL<number> {
  const from = (which: string | null | SQL) =>
    sql`exists (select 1 from recusals r where r.staff_id = ${personId} and r.case_id = ${which})`
  return sql<number>`(${from(id)} or (${parentId} is not null and ${from(parentId)}))`
}
