import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '../../db/client.ts'
import { cases } from '../../db/tables/cases.ts'
import { organisations, roleGrants, staff as staffTable } from '../../db/tables/orgs.ts'
import type { Bilingual } from '../../db/vocabulary.ts'
import type { Subject } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { lineage } from '../../orgs/tree.ts'
import { eachCase, isNotStrict, mayKnow } from '../sight.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import { dispatchesBelow } from './guards.ts'
import type { GrievanceSubject } from './subject.ts'

export interface Candidate {
  id: string
  name: string
  orgName: Bilingual
  /** How many open cases he handles, wherever each is now. */
  inHand: number
}

/**
 * SQL over `cases`, `role_grants g` and `staff s`: who may be given a case. Handlers whose scope covers it and who
 * may know of it, not the one it is taken from, nor the one who wrote the last answer, nor anybody who decided
 * what is looked at anew.
 */
export const mayBeGiven = sql`(g.role = 'handler' and g.org_path in ${eachCase.paths} and s.active = 1
  and s.id is not cases.former_handler_id
  and s.id is not (select r.drafter_id from replies r
    where r.case_id = cases.id and r.signed_at is not null order by r.signed_at desc limit 1)
  and s.id not in (select b.staff_id from decided_before b where b.case_id = cases.id)
  and ${mayKnow(sql`s.id`)})`

/** The same by name, the nearest first. */
export async function candidates(
  { db }: Pick<Scene, 'db'>,
  { case: it }: Pick<Subject, 'case'>,
): Promise<Candidate[]> {
  const g = alias(roleGrants, 'g')
  const s = alias(staffTable, 's')
  const rows = await db
    .select({ id: s.id, name: s.name, orgName: organisations.name, inHand: handledBy(sql`s.id`) })
    .from(cases)
    .innerJoin(g, inArray(g.orgPath, lineage(it.orgPath)))
    .innerJoin(s, eq(s.id, g.staffId))
    .innerJoin(organisations, eq(organisations.id, g.orgId))
    .where(and(eq(cases.id, it.id), mayBeGiven))
    .orderBy(desc(g.orgPath), asc(s.name))
  const once = new Map(rows.reverse().map((row) => [row.id, row]))
  return [...once.values()].reverse()
}

/** SQL: how many open cases somebody handles; strict ones are in no count of others, and so in none here. */
function handledBy(personId: SQL): SQL<number> {
  return sql<number>`(select count(*) from cases
    where cases.handler_id = ${personId} and cases.closed_at is null and ${isNotStrict})`
}

/** Gives a case to a handler. The third dispatch starts supervision. */
export const dispatch: GrievanceEffect = async (scene, subject, { handlerId }) => {
  if (!(await isCandidate(scene, subject, handlerId))) return invalid
  const { case: it, grievance } = subject
  const isThird = grievance.dispatches >= dispatchesBelow && it.supervisedAt === null
  return {
    case: { handlerId },
    own: { dispatches: grievance.dispatches + 1 },
    ...(isThird ? { supervise: 'third_dispatch' } : {}),
  }
}

/** The handler gives the case back; after the second time it waits for the federation. */
export const giveBack: GrievanceEffect = () => ({ case: { handlerId: null } })

/**
 * Takes a case from a handler who cannot go on (ill, gone), so that it is dispatched anew to somebody else.
 * The dispatch to him counts among the three, as a returned one does, unless his account is closed: that
 * he left the union is nobody's passing on.
 */
export const reassign: GrievanceEffect = async ({ db }, { case: it, grievance }) => {
  const counts = it.handlerId === null || (await isActive(db, it.handlerId))
  const dispatches = counts ? grievance.dispatches : Math.max(0, grievance.dispatches - 1)
  return {
    case: { handlerId: null, formerHandlerId: it.handlerId },
    own: { dispatches },
  }
}

/** Whether somebody may be given the case. */
export async function isCandidate(scene: Scene, subject: GrievanceSubject, handlerId: string | undefined) {
  return (await candidates(scene, subject)).some((candidate) => candidate.id === handlerId)
}

async function isActive(db: Db, staffId: string): Promise<boolean> {
  const active = and(eq(staffTable.id, staffId), eq(staffTable.active, true))
  return (await db.select({ id: staffTable.id }).from(staffTable).where(active)).length > 0
}
