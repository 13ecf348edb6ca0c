import { PlainError } from '../log.ts'

/**
 * Why something encrypted cannot be read: it or its key was changed or put where it does not belong, another key
 * wrote it, its key or what unwraps that is gone, or it lies there as if nothing were encrypted.
 */
export type WhyUnreadable = 'changed' | 'other_key' | 'no_key' | 'unknown_secret' | 'no_salt' | 'plain'

/** Thrown, never returned: nobody may go on as if there were nothing. */
export class Unreadable extends PlainError {
  override name = 'Unreadable'
  readonly caseId: string
  readonly why: WhyUnreadable
  /** The key that wrote it, where that is another one. */
  readonly writtenBy: string | null

  constructor(caseId: string, why: WhyUnreadable, writtenBy: string | null = null) {
    super(`Unreadable: ${why}`)
    this.caseId = caseId
    this.why = why
    this.writtenBy = writtenBy
  }
}
