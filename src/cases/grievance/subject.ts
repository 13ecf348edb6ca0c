import type { grievances, ratings, replies } from '../../db/tables/grievances.ts'
import type { submissions } from '../../db/tables/submissions.ts'
import type { Category, ReplyOutcome, SatisfiedAnswer, SolvedAnswer } from '../../db/vocabulary.ts'
import type { Input, Subject } from '../../engine/process.ts'

export type Grievance = typeof grievances.$inferSelect
export type Reply = typeof replies.$inferSelect
export type Rating = typeof ratings.$inferSelect
export type Submission = typeof submissions.$inferSelect

/** A grievance as one person meets it. */
export interface GrievanceSubject extends Subject {
  grievance: Grievance
  /** The draft in hand or, once signed, the answer. */
  reply: Reply | null
  rating: Rating | null
  hasIdentity: boolean
  submission: Submission
  /** The form version that was answered; `forms/definition.ts` reads it. */
  definition: unknown
}

export type Details = Record<string, string>

/** What an act on a grievance is given, beside turn and reason. */
export interface GrievanceInput extends Input {
  category?: Category | undefined
  /** The strict category whose named people are to have it. */
  confidedTo?: Category | undefined
  complex?: boolean | undefined
  workers?: number | undefined
  /** The number of another case. */
  number?: number | undefined
  days?: number | undefined
  handlerId?: string | undefined
  body?: string | undefined
  outcome?: ReplyOutcome | undefined
  /** Made by the form of a message; the same words under the same key are the same message. */
  key?: string | undefined
  details?: Details | undefined
  solved?: SolvedAnswer | undefined
  satisfied?: SatisfiedAnswer | undefined
}

/** What the forms of its acts ask for, as a person says it. */
export type GrievanceField =
  | Exclude<keyof GrievanceInput, 'turn' | 'key' | 'handlerId' | 'details' | 'solved' | 'satisfied'>
  | 'handler'
  | 'channel'
