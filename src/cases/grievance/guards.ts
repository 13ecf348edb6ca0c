import { sql } from 'drizzle-orm'
import type { ClosingLabel } from '../../db/vocabulary.ts'
import type { Guard } from '../../engine/process.ts'
import { isFederation } from '../../orgs/tree.ts'
import { filedGuards } from '../filed/guards.ts'
import { replyInHand } from './relations.ts'
import { isReleasable } from './routing.ts'
import { standsForTen, standsForTenSql } from './standing-for-ten.ts'
import type { GrievanceSubject } from './subject.ts'
import { isUnmetInDanger, isUnmetInDangerSql } from './unmet.ts'

/** After two dispatches the federation decides who gets the case. */
export const dispatchesBelow = 2

/** A worker appeals twice at most (信访工作条例 36). */
export const appealsAtMost = 2

/** The chair must sign a reply that does not support the worker, and one for ten workers or more. */
export function chairMustSign({ grievance, reply }: Pick<GrievanceSubject, 'grievance' | 'reply'>): boolean {
  return reply?.outcome === 'not_supported' || standsForTen(grievance.workers)
}

/** SQL over `cases`: the same. */
export const chairMustSignSql = sql`exists (select 1 from grievances n left join replies r on r.id = n.reply_id
  where n.case_id = cases.id and (${standsForTenSql(sql`n.workers`)} or r.outcome = 'not_supported'))`

const labelsOfAnswered: readonly ClosingLabel[] = ['solved', 'partly', 'unsolved', 'no_answer']

/** Merged, declined and withdrawn cases have no answer that one could have done again. */
function wasAnswered({ case: it }: GrievanceSubject): boolean {
  const label = it.closingLabel
  return it.state === 'replied' || (label !== null && labelsOfAnswered.includes(label))
}

const isRated = sql`exists (select 1 from ratings r where r.reply_id = ${replyInHand})`

const isForCity = sql`exists (select 1 from grievances n where n.case_id = cases.id and n.to_city)`

/** The conditions of the grievance: all that a line cannot say by state, role and relation. */
export const guards = {
  ...filedGuards,
  decline_proposed: {
    holds: ({ grievance }) => grievance.proposerId !== null && grievance.mergeTargetId === null,
    somebodyIs: 'proposer',
  },
  merge_proposed: {
    holds: ({ grievance }) => grievance.proposerId !== null && grievance.mergeTargetId !== null,
    somebodyIs: 'proposer',
  },
  not_proposed: { holds: ({ grievance }) => grievance.proposerId === null, nobodyIs: 'proposer' },
  releasable: { holds: ({ case: it }) => isReleasable(it) },
  release_proposed: { holds: ({ grievance }) => grievance.releaserId !== null, somebodyIs: 'releaser' },
  no_release: { holds: ({ grievance }) => grievance.releaserId === null, nobodyIs: 'releaser' },
  returnable: { holds: ({ grievance }) => grievance.dispatches <= dispatchesBelow },
  extendable: {
    holds: ({ case: it, duties }) => !it.extended && duties.some(({ kind }) => kind === 'finish'),
  },
  // Another handler may do without what the one before him asked for.
  extension_asked: {
    holds: ({ case: it, grievance }) => grievance.askerId !== null && grievance.askerId === it.handlerId,
  },
  no_extension_asked: {
    holds: ({ case: it, grievance }) => grievance.askerId === null || grievance.askerId !== it.handlerId,
  },
  supervised: { holds: ({ case: it }) => it.supervisedAt !== null },
  not_supervised: {
    holds: ({ case: it }) => it.supervisedAt === null,
    sql: sql`cases.supervised_at is null`,
  },
  in_danger: { holds: ({ case: it }) => it.danger },
  not_in_danger: { holds: ({ case: it }) => !it.danger },
  // Nobody in danger is let go before somebody met him.
  danger_met: {
    holds: (subject) => !isUnmetInDanger(subject),
    sql: sql`not ${isUnmetInDangerSql}`,
  },
  with_nobody: { holds: ({ case: it }) => it.holderRole === null },
  with_chair: { holds: ({ case: it }) => it.holderRole === 'chair' },
  said_partly: { holds: ({ rating }) => rating?.solved === 'partly' },
  not_said_partly: { holds: ({ rating }) => rating?.solved !== 'partly' },
  third_is_federation: {
    holds: ({ grievance }, grant) =>
      grievance.dispatches < dispatchesBelow || (grant !== null && isFederation(grant.orgPath)),
    bars: sql`length(g.org_path) > 4
      and (select n.dispatches from grievances n where n.case_id = cases.id) >= ${sql.raw(String(dispatchesBelow))}`,
  },
  chair_where_needed: {
    holds: (subject, grant) => grant?.role === 'chair' || !chairMustSign(subject),
    bars: sql`g.role <> 'chair' and ${chairMustSignSql}`,
  },

  merged: {
    holds: ({ case: it }) => it.closingLabel === 'merged',
    sql: sql`cases.closing_label = 'merged'`,
  },
  answered: { holds: wasAnswered },
  appeal_left: { holds: ({ grievance }) => grievance.appeals < appealsAtMost },
  for_us: { holds: ({ grievance }) => !grievance.toCity, sql: sql`not ${isForCity}` },
  for_city: { holds: ({ grievance }) => grievance.toCity, sql: isForCity },
  rateable: { holds: ({ reply, rating }) => reply?.signedAt != null && rating === null },
  rated: { holds: ({ rating }) => rating !== null, sql: isRated },
  unrated: { holds: ({ rating }) => rating === null, sql: sql`not ${isRated}` },
} as const satisfies Record<string, Guard<GrievanceSubject>>
