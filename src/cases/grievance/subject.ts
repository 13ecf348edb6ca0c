import type { grievances, ratings, replies } from '../../db/tables/grievances.ts'
import type { Category, ReplyOutcome, SatisfiedAnswer, SolvedAnswer, ToldKind } from '../../db/vocabulary.ts'
import type { FiledField, FiledInput, FiledSubject } from '../filed/subject.ts'
import type { Living } from '../living.ts'

export type Grievance = typeof grievances.$inferSelect
export type Reply = Omit<typeof replies.$inferSelect, 'body'> & { body: string }
export type Rating = typeof ratings.$inferSelect

/** A grievance as one person meets it. */
export interface GrievanceSubject extends FiledSubject {
  grievance: Grievance
  /** The draft in hand or, once signed, the answer. */
  reply: Reply | null
  rating: Rating | null
  /** Who decided it before its worker appealed or objected, by id; nobody for the worker himself. */
  decidedBefore: readonly string[]
  /** Of a merged case the one that lives on. */
  living: Living | null
}

/** What an act on a grievance is given, beside turn and reason. */
export interface GrievanceInput extends FiledInput {
  category?: Category | undefined
  /** The strict category whose named people are to have it. */
  confidedTo?: Category | undefined
  complex?: boolean | undefined
  /** That it is dangerous, as who accepts it finds. */
  danger?: boolean | undefined
  workers?: number | undefined
  /** The number of another case. */
  number?: number | undefined
  days?: number | undefined
  handlerId?: string | undefined
  outcome?: ReplyOutcome | undefined
  solved?: SolvedAnswer | undefined
  satisfied?: SatisfiedAnswer | undefined
  /** Who else is to be told, how that one is reached, what of who the worker is, and for what. */
  recipient?: string | undefined
  contact?: string | undefined
  what?: ToldKind | undefined
  purpose?: string | undefined
  consentId?: string | undefined
  /** The mark of what somebody has looked at that may tell who the worker is, and does not. */
  looked?: string | undefined
}

/** What the forms of its acts ask for, as a person says it. */
export type GrievanceField =
  | FiledField
  | Exclude<
      keyof GrievanceInput,
      keyof FiledInput | 'handlerId' | 'solved' | 'satisfied' | 'consentId' | 'looked'
    >
  | 'handler'
  | 'consent'
  | 'channel'
