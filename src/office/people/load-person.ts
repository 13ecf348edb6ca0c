import { and, desc, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { deliveries, notices } from '../../db/tables/notices.ts'
import { organisations, staff as people, roleGrants } from '../../db/tables/orgs.ts'
import type { StaffEnv } from '../../env.ts'
import { administers, administersAll } from '../../orgs/administering.ts'
import { hasCome } from '../../orgs/arriving.ts'
import { nominationsOf } from '../../orgs/staff.ts'

export type Loaded = NonNullable<Awaited<ReturnType<typeof loadPerson>>>

/** A person whom the administrator may see: one with a role in his scope, anybody for the whole federation. */
export async function loadPerson(c: Context<StaffEnv>) {
  const { db, staff } = c.var
  const id = c.req.param('id') ?? ''
  const { name, email, locale, active } = people
  const [[person], grants, nominations, [invited]] = await db.batch([
    db.select({ id: people.id, name, email, locale, active, hasCome }).from(people).where(eq(people.id, id)),
    db
      .select({
        role: roleGrants.role,
        orgId: roleGrants.orgId,
        orgPath: roleGrants.orgPath,
        org: organisations.name,
      })
      .from(roleGrants)
      .innerJoin(organisations, eq(organisations.id, roleGrants.orgId))
      .where(eq(roleGrants.staffId, id)),
    nominationsOf(db, id),
    db
      .select({ at: notices.at, status: deliveries.status })
      .from(notices)
      .innerJoin(deliveries, eq(deliveries.noticeId, notices.id))
      .where(and(eq(notices.caseId, ''), eq(notices.kind, 'invitation'), eq(notices.staffId, id)))
      .orderBy(desc(notices.at))
      .limit(1),
  ])
  if (!person) return null
  const isNear = administersAll(staff) || grants.some((it) => administers(staff, it.orgPath))
  if (!isNear) return null
  return {
    ...person,
    hasCome: person.hasCome === 1,
    /** The newest invitation, as far as its mail is kept. */
    invited: invited ?? null,
    grants,
    nominatedFor: nominations.map((it) => it.category),
  }
}
