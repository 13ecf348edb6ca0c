import type {
  Category,
  Locale,
  Mode,
  ReplyOutcome,
  SatisfiedAnswer,
  SolvedAnswer,
  ToldKind,
} from '../../src/db/vocabulary.ts'

/** One case as somebody would tell it; `play.ts` lets it really happen. */
export interface Scenario {
  /** A word to find the case again, in other scenarios and in tests. */
  key: string
  site: string
  /** How long before the seed it was filed, and at what local time: `12d 21:40`, or `3h`. */
  filed: string
  says: string
  /** What the worker ticked; the form of a site may leave no choice. */
  about?: Category
  wants?: string
  locale?: Locale
  mode?: Mode
  /** Name, which may be empty, and telephone; without them the case is anonymous. */
  named?: [string, string]
  pastUnit?: true
  workers?: number
  danger?: true
  /** Answers to further questions of the form, by field. */
  more?: Record<string, string | string[]>
  story: Step[]
}

interface Timed {
  /** How long after the step before, instead of what is usual: `2h`, `3d`, `1wd`. */
  after?: string
  /** Night or holiday, it is done at once. */
  atOnce?: true
}

export type Step = Timed &
  (
    | { does: 'accept'; reason?: string; category?: Category; complex?: boolean; workers?: number }
    | { does: 'ask_info'; reason: string }
    | { does: 'give_info'; reason: string }
    | { does: 'propose_merge'; into: string; reason: string }
    | { does: 'agree_merge' }
    | { does: 'propose_decline'; reason: string }
    | { does: 'agree_decline' }
    | { does: 'refuse_decline'; reason: string }
    | { does: 'object'; reason: string }
    | { does: 'dispatch'; to?: string; reason?: string }
    | { does: 'sign_for' }
    | { does: 'return'; reason: string }
    | { does: 'mediate'; reason: string }
    | { does: 'refer'; recipient: string; body: string; reason: string; named?: true }
    | { does: 'ask_consent'; recipient: string; contact: string; what: ToldKind; purpose: string }
    | { does: 'give_consent' }
    | { does: 'refuse_consent' }
    | { does: 'withdraw_consent' }
    | { does: 'resume_handling'; reason: string }
    | { does: 'start_draft' }
    | { does: 'submit_draft'; outcome: ReplyOutcome; text: string }
    | { does: 'send_back'; reason: string }
    | { does: 'approve' }
    | { does: 'sign' }
    | { does: 'refuse_signature'; reason: string }
    | { does: 'rate'; solved: SolvedAnswer; satisfied: SatisfiedAnswer }
    | { does: 'close_partly'; reason: string }
    | { does: 'close_unsolved'; reason: string }
    | { does: 'reopen'; reason: string }
    | { does: 'reopen_by_union'; reason: string }
    | { does: 'appeal'; reason: string }
    | { does: 'take_review'; to?: string }
    | { does: 'withdraw'; reason?: string }
    | { does: 'resume' }
    | { does: 'erase_words' }
    | { does: 'confirm_withdrawal'; reason: string }
    | { does: 'ask_extension'; days: number; reason: string }
    | { does: 'extend'; days: number; reason: string }
    | { does: 'propose_release'; reason: string }
    | { does: 'say_danger'; reason: string }
    | { does: 'supervise'; reason: string }
    | { does: 'note'; text: string }
    | { does: 'tell'; text: string }
    | { does: 'ask'; text: string }
    | { does: 'look_at_identity'; reason: string }
    /** The worker opens the page of his case and reads. */
    | { does: 'read' }
    /** Nobody does anything: the hourly job comes by when the time is up. */
    | { does: 'wait' }
  )

/** The same step at another time than usual. */
export const later = (after: string, step: Step): Step => ({ ...step, after })

/** The same step at once, whatever the hour. */
export const atOnce = (after: string, step: Step): Step => ({ ...step, after, atOnce: true })

export const accept = (
  reason?: string,
  more: { category?: Category; complex?: boolean; workers?: number } = {},
): Step => ({ does: 'accept', ...(reason && { reason }), ...more })
export const askInfo = (reason: string): Step => ({ does: 'ask_info', reason })
export const giveInfo = (reason: string): Step => ({ does: 'give_info', reason })
export const proposeMerge = (into: string, reason: string): Step => ({ does: 'propose_merge', into, reason })
export const agreeMerge: Step = { does: 'agree_merge' }
export const proposeDecline = (reason: string): Step => ({ does: 'propose_decline', reason })
export const agreeDecline: Step = { does: 'agree_decline' }
export const refuseDecline = (reason: string): Step => ({ does: 'refuse_decline', reason })
export const object = (reason: string): Step => ({ does: 'object', reason })
export const dispatch = (to?: string, reason?: string): Step => ({
  does: 'dispatch',
  ...(to && { to }),
  ...(reason && { reason }),
})
export const signFor: Step = { does: 'sign_for' }
export const sendBackToDesk = (reason: string): Step => ({ does: 'return', reason })
export const mediate = (reason: string): Step => ({ does: 'mediate', reason })
/** The agency reads `body`, the worker `reason`. */
export const refer = (recipient: string, body: string, reason: string): Step => ({
  does: 'refer',
  ...{ recipient, body, reason },
})
/** The same, and the agency learns who the worker is, as he agreed. */
export const referNamed = (recipient: string, body: string, reason: string): Step => ({
  does: 'refer',
  ...{ recipient, body, reason, named: true },
})
export const askConsent = (recipient: string, contact: string, what: ToldKind, purpose: string): Step => ({
  does: 'ask_consent',
  ...{ recipient, contact, what, purpose },
})
export const giveConsent: Step = { does: 'give_consent' }
export const refuseConsent: Step = { does: 'refuse_consent' }
export const resumeHandling = (reason: string): Step => ({ does: 'resume_handling', reason })
export const startDraft: Step = { does: 'start_draft' }
export const draft = (outcome: ReplyOutcome, text: string): Step => ({ does: 'submit_draft', outcome, text })
export const sendBack = (reason: string): Step => ({ does: 'send_back', reason })
export const approve: Step = { does: 'approve' }
export const sign: Step = { does: 'sign' }
export const refuseSignature = (reason: string): Step => ({ does: 'refuse_signature', reason })
export const rate = (solved: SolvedAnswer, satisfied: SatisfiedAnswer): Step => ({
  does: 'rate',
  solved,
  satisfied,
})
export const closePartly = (reason: string): Step => ({ does: 'close_partly', reason })
export const closeUnsolved = (reason: string): Step => ({ does: 'close_unsolved', reason })
export const reopen = (reason: string): Step => ({ does: 'reopen', reason })
export const reopenByUnion = (reason: string): Step => ({ does: 'reopen_by_union', reason })
export const appeal = (reason: string): Step => ({ does: 'appeal', reason })
export const takeReview = (to?: string): Step => ({ does: 'take_review', ...(to && { to }) })
export const withdraw = (reason?: string): Step => ({ does: 'withdraw', ...(reason && { reason }) })
export const resume: Step = { does: 'resume' }
export const eraseWords: Step = { does: 'erase_words' }
export const confirmWithdrawal = (reason: string): Step => ({ does: 'confirm_withdrawal', reason })
export const extend = (days: number, reason: string): Step => ({ does: 'extend', days, reason })
export const askExtension = (days: number, reason: string): Step => ({ does: 'ask_extension', days, reason })
export const proposeRelease = (reason: string): Step => ({ does: 'propose_release', reason })
export const sayDanger = (reason: string): Step => ({ does: 'say_danger', reason })
export const supervise = (reason: string): Step => ({ does: 'supervise', reason })
export const note = (text: string): Step => ({ does: 'note', text })
/** A cadre writes to the worker. */
export const tell = (text: string): Step => ({ does: 'tell', text })
/** The worker writes to the union. */
export const ask = (text: string): Step => ({ does: 'ask', text })
export const lookAtIdentity = (reason: string): Step => ({ does: 'look_at_identity', reason })
export const read: Step = { does: 'read' }
export const wait: Step = { does: 'wait' }

/** The usual way in: accepted, given to somebody, signed for. */
export const taken = (to?: string, more: Parameters<typeof accept>[1] = {}): Step[] => [
  accept(undefined, more),
  dispatch(to),
  signFor,
]

/** The usual way out, begun so long after the step before: drafted, reviewed, signed. */
export const answered = (after: string, outcome: ReplyOutcome, text: string): Step[] => [
  later(after, startDraft),
  draft(outcome, text),
  approve,
  sign,
]
