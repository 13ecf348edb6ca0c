import { and, eq, inArray, sql } from 'drizzle-orm'
import { organisations, roleGrants, staff as staffTable } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import type { Staff } from '../orgs/staff.ts'
import { lineage } from '../orgs/tree.ts'
import { type CaseForStaff, dispatchesBelow } from './access.ts'
import { move, type Outcome, type Scene } from './moving.ts'
import { mayKnow } from './sight.ts'
import { supervisionEvent } from './supervising.ts'
import type { Step } from './triaging.ts'

export interface Candidate {
  id: string
  name: string
  orgName: Bilingual
}

export interface Dispatch extends Step {
  handlerId: string
}

/**
 * Who may be given a case: handlers whose scope covers it, not recused, not the one it is taken from, nor
 * the one whose answer is to be looked at anew.
 */
export async function candidates({ db }: Scene, { case: it }: CaseForStaff): Promise<Candidate[]> {
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

/**
 * Gives a case to a handler. The third dispatch is decided by the federation and starts supervision.
 * `invalid` when the handler is not one of the candidates.
 */
export async function dispatch(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: Dispatch,
): Promise<Outcome> {
  if (!(await isCandidate(scene, subject, input.handlerId))) return { ok: false, why: 'invalid' }
  const it = subject.case
  const supervised = it.dispatches >= dispatchesBelow && it.supervisedAt === null
  return move(scene, {
    action: 'dispatch',
    subject,
    actor: { kind: 'staff', staff },
    turn: input.turn,
    reason: input.reason,
    changes: {
      handlerId: input.handlerId,
      dispatches: it.dispatches + 1,
      ...(supervised ? { supervisedAt: scene.now } : {}),
    },
    also: supervised ? [supervisionEvent(scene, it, 'third_dispatch')] : [],
  })
}

/** The handler takes the case on. */
export async function signFor(scene: Scene, staff: Staff, subject: CaseForStaff, input: { turn: number }) {
  return move(scene, { action: 'sign_for', subject, actor: { kind: 'staff', staff }, turn: input.turn })
}

/** The handler gives the case back; after the second time it waits for the federation. */
export async function giveBack(scene: Scene, staff: Staff, subject: CaseForStaff, input: Step) {
  return move(scene, {
    action: 'return',
    subject,
    actor: { kind: 'staff', staff },
    ...input,
    changes: { handlerId: null },
    holderAt: whereDispatched(subject),
  })
}

/** The level above takes a review on and gives it to one of its handlers. */
export async function takeReview(
  scene: Scene,
  staff: Staff,
  subject: CaseForStaff,
  input: Dispatch,
): Promise<Outcome> {
  if (!(await isCandidate(scene, subject, input.handlerId))) return { ok: false, why: 'invalid' }
  const actor = { kind: 'staff', staff } as const
  const changes = { handlerId: input.handlerId }
  return move(scene, { action: 'take_review', subject, actor, turn: input.turn, changes })
}

/** Where a case waits to be dispatched: at the federation, once two dispatches came to nothing. */
export function whereDispatched({ case: it }: CaseForStaff): string | undefined {
  return it.dispatches >= dispatchesBelow ? it.orgPath.slice(0, 4) : undefined
}

async function isCandidate(scene: Scene, subject: CaseForStaff, handlerId: string): Promise<boolean> {
  return (await candidates(scene, subject)).some((candidate) => candidate.id === handlerId)
}
