import { sql } from 'drizzle-orm'

/**
 * SQL, a table of (staff_id, channel, address): on which ways a person wants to be reached. Mail is the one
 * that everybody has; another channel is another branch here, with what the person chose, and one sender.
 */
export const channelsOfPeople = sql`(select id as staff_id, 'mail' as channel, email as address from staff)`
