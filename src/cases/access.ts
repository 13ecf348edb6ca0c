import type { cases } from '../db/tables/cases.ts'
import type { Role, State } from '../db/vocabulary.ts'
import type { Grant, Staff } from '../orgs/staff.ts'
import { isFederation } from '../orgs/tree.ts'
import { grantsOver, sees } from './sight.ts'
import { type Action, actions, type Relation, transition } from './workflow.ts'

export type Case = typeof cases.$inferSelect

/** A case with the two names on its current draft, and whether the person asking stands aside from it. */
export interface CaseForStaff {
  case: Case
  reply: { drafterId: string; reviewerId: string | null; outcome: string } | null
  recused: boolean
}

/** The pure rule of the workflow: may somebody of this role and these relations do this in this state? */
export function mayAct(
  action: Action,
  state: State,
  by: Role | 'worker' | 'clock' | 'system',
  relations: ReadonlySet<Relation> = new Set(),
): boolean {
  const rule = transition(action)
  if (!rule.from.includes(state) || !rule.by.includes(by)) return false
  if (by === 'worker' || by === 'clock' || by === 'system') return true
  if (relations.has('recused') || !relations.has('in_scope')) return false
  if (rule.not?.some((relation) => relations.has(relation))) return false
  return by !== 'handler' || relations.has('handler')
}

export function maySee(staff: Staff, { case: it, recused }: CaseForStaff): boolean {
  return sees(staff, it, recused)
}

export function relationsOf(staff: Staff, subject: CaseForStaff): Set<Relation> {
  const { case: it, reply, recused } = subject
  const relations: [Relation, boolean][] = [
    ['in_scope', maySee(staff, subject)],
    ['handler', it.handlerId === staff.id],
    ['drafter', reply?.drafterId === staff.id],
    ['reviewer', reply?.reviewerId === staff.id],
    ['proposer', it.proposerId === staff.id],
    ['former_handler', it.formerHandlerId === staff.id],
    ['recused', recused],
  ]
  return new Set(relations.filter(([, holds]) => holds).map(([relation]) => relation))
}

/** The role in which a person may do this now, or null. */
export function roleFor(action: Action, staff: Staff, subject: CaseForStaff): Role | null {
  if (!isOpenFor(action, subject)) return null
  const relations = relationsOf(staff, subject)
  const grant = grantsOver(staff, subject.case).find(
    (held) => mayAct(action, subject.case.state, held.role, relations) && suffices(action, held, subject),
  )
  return grant?.role ?? null
}

/** Everything a person may do with a case now, in the order of the workflow. */
export function allowedActions(staff: Staff, subject: CaseForStaff): Action[] {
  return actions.filter((action) => roleFor(action, staff, subject) !== null)
}

/** The chair must sign a reply that does not support the worker, and one for ten workers or more. */
export function chairMustSign(it: Case, outcome: string | undefined): boolean {
  return outcome === 'not_supported' || it.workers >= 10
}

/** After two dispatches the federation decides who gets the case. */
export const dispatchesBelow = 2

/** What the table cannot say about the person: how high his role must be for this case. */
function suffices(action: Action, grant: Grant, { case: it, reply }: CaseForStaff): boolean {
  switch (action) {
    case 'dispatch':
      return it.dispatches < dispatchesBelow || isFederation(grant.orgPath)
    case 'sign':
    case 'refuse_signature':
      return grant.role === 'chair' || !chairMustSign(it, reply?.outcome)
    case 'look_at_identity':
      // In report mode the identity never leaves the federation.
      return it.mode === 'complaint' || isFederation(grant.orgPath)
    default:
      return true
  }
}

/** What the table cannot say about the case. */
function isOpenFor(action: Action, { case: it }: CaseForStaff): boolean {
  switch (action) {
    case 'accept':
    case 'ask_info':
    case 'merge':
    case 'propose_decline':
      return it.proposerId === null
    case 'agree_decline':
    case 'refuse_decline':
      return it.proposerId !== null
    case 'return':
      return it.dispatches <= dispatchesBelow
    case 'extend':
      return !it.extended && it.acceptedAt !== null
    case 'supervise':
      return it.supervisedAt === null
    case 'lift_supervision':
      return it.supervisedAt !== null
    case 'close_unsolved':
    case 'reopen_by_union':
      return it.holderRole === 'chair'
    case 'look_at_identity':
      return !it.anonymous
    default:
      return true
  }
}
