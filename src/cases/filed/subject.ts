import type { submissions } from '../../db/tables/submissions.ts'
import type { Effect, Input, Subject } from '../../engine/process.ts'
import type { Definition } from '../../forms/definition.ts'
import type { Details } from '../vault.ts'
import type { KeptFile } from './kept-files.ts'

export type Submission = Omit<typeof submissions.$inferSelect, 'answers'> & {
  answers: Record<string, unknown>
}

/** What a worker filed, as one person meets it. */
export interface FiledSubject extends Subject {
  submission: Submission
  /** The form version that was answered; null where it cannot be read any more. */
  definition: Definition | null
  /** Whether his name is kept; for the worker himself alone. */
  hasIdentity: boolean
  /** Whether files of his answers are kept as they came. */
  hasOriginals: boolean
  /** Whether he sealed it, so that only his receipt opens it. */
  isSealed: boolean
}

/** What the acts are given that every such case has, beside turn and reason. */
export interface FiledInput extends Input {
  body?: string | undefined
  /** Made by the form of a message; the same words under the same key are the same message. */
  key?: string | undefined
  /** A photo or a sound that goes with a message, with words or without. */
  file?: KeptFile | undefined
  details?: Details | undefined
  /** The messages that were read, by id; without any, all of his until now. */
  messages?: readonly string[] | undefined
  /** What is kept of a new receipt. */
  receiptHash?: string | undefined
  /** The new receipt itself, for a name that is sealed. */
  newReceipt?: string | undefined
  /** The receipt, where it opens or seals a name. */
  receipt?: string | undefined
}

/** What their forms ask for, as a person says it. */
export type FiledField = 'reason' | 'body' | 'file'

export type FiledEffect = Effect<FiledSubject, FiledInput>
