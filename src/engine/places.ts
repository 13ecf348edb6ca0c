import { type SQL, sql } from 'drizzle-orm'
import { eachCase } from '../cases/sight.ts'
import type { Statement } from '../db/client.ts'
import { cases } from '../db/tables/cases.ts'
import type { Role } from '../db/vocabulary.ts'
import { words } from '../db/words.ts'
import { waitedForRoles } from '../orgs/roles.ts'
import type { Scene } from '../orgs/scene.ts'
import { barredFromSteps, isInHands, nearestWith } from './holders.ts'
import type { Lines } from './process.ts'

/**
 * Statement: finds a place for cases that wait where nobody may act on them, or nowhere: the nearest with
 * somebody who may, in the role that the case asks for by now. Where nobody may, they wait nowhere.
 */
export function findPlaces(
  processes: readonly Lines<never>[],
  { db }: Pick<Scene, 'db'>,
  which: SQL = sql`cases.closed_at is null`,
): Statement {
  const role = roleAskedFor(processes)
  const place = nearestWith(role, eachCase, barredFromSteps(processes, role))
  return db
    .update(cases)
    .set({ holderRole: role, holderOrgId: place })
    .where(
      sql`${which} and cases.holder_id is null and cases.holder_role in ${words(waitedForRoles)}
        and not ${isInHands(processes)} and (cases.holder_org_id is not ${place} or cases.holder_role <> ${role})`,
    )
}

/** SQL over `cases`: the role that each waits for or, where its state asks for a higher one by now, that one. */
export function roleAskedFor(processes: readonly Lines<never>[]): SQL<Role> {
  const higher = processes.flatMap(({ name, states }) =>
    Object.entries(states).flatMap(([state, { holder, higher: it }]) =>
      it
        ? [
            sql`when cases.process in ${words([name])} and cases.state in ${words([state])}
              and cases.holder_role in ${words([holder])} and ${it.when} then ${words([it.role])}`,
          ]
        : [],
    ),
  )
  return higher.length > 0
    ? sql`case ${sql.join(higher, sql` `)} else cases.holder_role end`
    : sql`cases.holder_role`
}
