import { sql } from 'drizzle-orm'

/** SQL over `staff`: whether a person has ever come in, by a mailed code or before codes were mailed. */
export const hasCome = sql<number>`(staff.email_verified = 1 or exists (
  select 1 from audit_log l where l.staff_id = staff.id and l.action = 'signed_in'))`
