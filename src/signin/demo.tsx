import { asc, eq } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { organisations, roleGrants, staff } from '../db/tables/orgs.ts'
import { factory } from '../env.ts'
import { loadStaff } from '../orgs/staff.ts'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { readForm } from '../ui/form-body.ts'
import { problem } from '../ui/problem.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { landing } from './landing.ts'
import { openSession } from './open-session.ts'

export const demo = factory.createApp().post(urls.signInDemo, async (c) => {
  if (!c.env.demo) return problem(c, 'notFound')
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const person = await loadStaff(c.var.db, body.get('staff'))
  if (!person) return problem(c, 'badRequest')

  await openSession(c, person, c.var.now)
  return c.redirect(landing(body.get('next'), person), 303)
})

/** The demo's cadres, a line for each with what they hold where. */
export async function demoCadres(db: Db) {
  const rows = await db
    .select({ id: staff.id, name: staff.name, role: roleGrants.role, org: organisations.name })
    .from(staff)
    .innerJoin(roleGrants, eq(roleGrants.staffId, staff.id))
    .innerJoin(organisations, eq(organisations.id, roleGrants.orgId))
    .where(eq(staff.active, true))
    .orderBy(asc(roleGrants.orgPath), asc(staff.id))
    .limit(60)
  return [...Map.groupBy(rows, (row) => row.id).values()]
}

export function DemoCadres({
  view,
  cadres,
  next,
}: {
  view: View
  cadres: Awaited<ReturnType<typeof demoCadres>>
  next: string
}) {
  const { signin, words } = view.m
  return (
    <section>
      <h2>{signin.demo.title}</h2>
      <p>{signin.demo.lead}</p>
      <ul class="list">
        {cadres.map((held) => (
          <li>
            <form method="post" action={urls.signInDemo}>
              <Hidden name="staff" value={held[0]?.id ?? ''} />
              <Hidden name="next" value={next} />
              <Submit quiet>{signin.demo.as(held[0]?.name ?? '')}</Submit>
            </form>
            {held.map((it) => (
              <p class="hint">
                {words.roles[it.role]} · {it.org[view.locale]}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
