import { integer } from 'drizzle-orm/sqlite-core'

/** An instant, kept as UTC milliseconds. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

/** Yes or no, kept as 0 or 1. */
export const flag = (name: string) => integer(name, { mode: 'boolean' })
