import { and, eq, exists, inArray, lt, notExists, sql } from 'drizzle-orm'
import type { Reach } from '../../cases/sight.ts'
import type { Db } from '../../db/client.ts'
import { recusals } from '../../db/tables/cases.ts'
import { deliveries } from '../../db/tables/mail.ts'
import { categoryNominees, roleGrants, staff } from '../../db/tables/orgs.ts'
import type { Category, Locale } from '../../db/vocabulary.ts'
import { caseRoles } from '../../orgs/roles.ts'
import { outermost } from '../../orgs/tree.ts'
import type { DigestWeek } from './week.ts'

export interface Recipient {
  id: string
  email: string
  locale: Locale
}

export interface Readership {
  reach: Reach
  recipients: Recipient[]
}

/**
 * Everybody who still lacks the digest of a week: active, subscribed, with a role that reads cases, and
 * here since before it was due; gathered by reach.
 */
export async function readerships(db: Db, week: DigestWeek): Promise<Readership[]> {
  const gathered = new Map<string, Readership>()
  for (const { paths, nominatedFor, recused, ...recipient } of await lacking(db, week)) {
    const reach: Reach = {
      paths: outermost(JSON.parse(paths)),
      nominatedFor: (JSON.parse(nominatedFor) as Category[]).sort(),
      recusedId: recused ? recipient.id : null,
    }
    if (reach.paths.length === 0) continue
    const key = JSON.stringify(reach)
    const readership = gathered.get(key) ?? { reach, recipients: [] }
    readership.recipients.push(recipient)
    gathered.set(key, readership)
  }
  return [...gathered.values()]
}

/** Everybody to whom the digest of the week was neither written nor decided against. */
function lacking(db: Db, week: DigestWeek) {
  const paths = db
    .select({ all: sql`json_group_array(distinct ${roleGrants.orgPath})` })
    .from(roleGrants)
    .where(and(eq(roleGrants.staffId, staff.id), inArray(roleGrants.role, [...caseRoles])))
  const categories = db
    .select({ all: sql`json_group_array(${categoryNominees.category})` })
    .from(categoryNominees)
    .where(eq(categoryNominees.staffId, staff.id))
  const recused = db.select({ id: recusals.caseId }).from(recusals).where(eq(recusals.staffId, staff.id))
  const written = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.kind, 'digest'),
        eq(deliveries.recipient, staff.email),
        eq(deliveries.period, week.period),
      ),
    )
  return db
    .select({
      id: staff.id,
      email: staff.email,
      locale: staff.locale,
      paths: sql<string>`${paths}`,
      nominatedFor: sql<string>`${categories}`,
      recused: sql<number>`${exists(recused)}`,
    })
    .from(staff)
    .where(
      and(
        eq(staff.active, true),
        eq(staff.digest, true),
        lt(staff.createdAt, week.dueSince),
        notExists(written),
      ),
    )
}
