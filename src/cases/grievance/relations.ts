import { sql } from 'drizzle-orm'
import type { RelationRule } from '../../engine/process.ts'
import type { GrievanceSubject } from './subject.ts'

/** SQL over `cases`: the reply in hand. */
export const replyInHand = sql`(select g.reply_id from grievances g where g.case_id = cases.id)`

/** How people of the union stand to a grievance, beside those whom the engine knows. */
export const relations = {
  /** Who wrote the draft in hand. */
  drafter: {
    of: ({ reply }) => reply?.drafterId,
    sql: sql`select r.drafter_id from replies r where r.id = ${replyInHand}`,
    clear: { own: { replyId: null } },
  },
  /** Who let it pass to be signed. */
  reviewer: {
    of: ({ reply }) => reply?.reviewerId,
    sql: sql`select r.reviewer_id from replies r where r.id = ${replyInHand} and r.reviewer_id is not null`,
  },
  /** Who wrote, reviewed or signed an answer that was appealed against, or declined the case. */
  decided_before: {
    of: ({ decidedBefore }) => decidedBefore,
    sql: sql`select b.staff_id from decided_before b where b.case_id = cases.id`,
  },
  /** Who proposed to move it out of confidence, until a second person has decided. */
  releaser: {
    of: ({ grievance }) => grievance.releaserId,
    sql: sql`select g.releaser_id from grievances g where g.case_id = cases.id and g.releaser_id is not null`,
    make: (staffId) => ({ own: { releaserId: staffId } }),
    clear: { own: { releaserId: null } },
  },
  /** Who proposed to decline the case or to merge it, until a second person has decided. */
  proposer: {
    of: ({ grievance }) => grievance.proposerId,
    sql: sql`select g.proposer_id from grievances g where g.case_id = cases.id and g.proposer_id is not null`,
    make: (staffId) => ({ own: { proposerId: staffId } }),
    clear: { own: { proposerId: null, mergeTargetId: null } },
  },
  /** Who asked for more time, until the chair has decided. */
  asker: {
    of: ({ grievance }) => grievance.askerId,
    sql: sql`select g.asker_id from grievances g where g.case_id = cases.id and g.asker_id is not null`,
    make: (staffId) => ({ own: { askerId: staffId } }),
    clear: { own: { askerId: null, askedDays: null } },
  },
  /** Who declared danger by hand. */
  warner: {
    of: ({ grievance }) => grievance.warnerId,
    sql: sql`select g.warner_id from grievances g where g.case_id = cases.id and g.warner_id is not null`,
    make: (staffId) => ({ own: { warnerId: staffId } }),
    clear: { own: { warnerId: null } },
  },
} as const satisfies Record<string, RelationRule<GrievanceSubject>>
