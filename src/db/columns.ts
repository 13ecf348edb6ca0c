import { integer, text } from 'drizzle-orm/sqlite-core'

/** An instant, kept as UTC milliseconds. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** Yes or no, kept as 0 or 1. */
export const flag = (name: string) => integer(name, { mode: 'boolean' })

declare const isEncrypted: unique symbol

/** What only the key of its case opens (`encryption/case-cipher.ts`); a text in the database, and none anywhere else. */
export type Encrypted = { readonly [isEncrypted]: true }

/** Where nobody said anything, or it is gone: there is nothing to encrypt. */
export const nothingWritten = { answers: '{}' as unknown as Encrypted, text: '' as unknown as Encrypted }

/** Words of people; rows older than encryption hold them as they were written, until a job has been there. */
export const encrypted = (name: string) => text(name).$type<Encrypted>()
