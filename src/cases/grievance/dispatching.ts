import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { organisations, roleGrants, staff as staffTable } from '../../db/tables/orgs.ts'
import type { Bilingual } from '../../db/vocabulary.ts'
import type { Subject } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { lineage } from '../../orgs/tree.ts'
import { mayKnow } from '../sight.ts'
import { type GrievanceEffect, invalid } from './effect.ts'
import { dispatchesBelow } from './guards.ts'
import type { GrievanceSubject } from './subject.ts'

export interface Candidate {
  id: string
  name: string
  orgName: Bilingual
}

/**
 * Who may be given a case: handlers whose scope covers it and who may know of it, not the one it is taken
 * from, nor the one whose answer is to be looked at anew. Nearest first.
 */
export async function candidates(
  { db }: Pick<Scene, 'db'>,
  { case: it }: Pick<Subject, 'case'>,
): Promise<Candidate[]> {
  const rows = await db
    .select({
      id: staffTable.id,
      name: staffTable.name,
      orgName: organisations.name,
      orgPath: roleGrants.orgPath,
    })
    .from(roleGrants)
    .innerJoin(staffTable, eq(staffTable.id, roleGrants.staffId))
    .innerJoin(organisations, eq(organisations.id, roleGrants.orgId))
    .where(
      and(
        eq(roleGrants.role, 'handler'),
        inArray(roleGrants.orgPath, lineage(it.orgPath)),
        eq(staffTable.active, true),
        sql`${staffTable.id} is not ${it.formerHandlerId}`,
        sql`${staffTable.id} is not (select r.drafter_id from replies r
          where r.case_id = ${it.id} and r.signed_at is not null order by r.signed_at desc limit 1)`,
        mayKnow(sql`${staffTable.id}`, { ...it, paths: [] }),
      ),
    )
    .orderBy(sql`${roleGrants.orgPath} desc`, staffTable.name)
  const once = new Map(rows.reverse().map(({ id, name, orgName }) => [id, { id, name, orgName }]))
  return [...once.values()].reverse()
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

/** The level above takes a review on and gives it to one of its handlers. */
export const takeReview: GrievanceEffect = async (scene, subject, { handlerId }) =>
  (await isCandidate(scene, subject, handlerId)) ? { case: { handlerId } } : invalid

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

async function isCandidate(scene: Scene, subject: GrievanceSubject, handlerId: string | undefined) {
  return (await candidates(scene, subject)).some((candidate) => candidate.id === handlerId)
}

async function isActive(db: Db, staffId: string): Promise<boolean> {
  const active = and(eq(staffTable.id, staffId), eq(staffTable.active, true))
  return (await db.select({ id: staffTable.id }).from(staffTable).where(active)).length > 0
}
