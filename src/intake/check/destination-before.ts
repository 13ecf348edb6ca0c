import { routeOf } from '../../cases/grievance/routing.ts'
import { isStrict } from '../../cases/sight.ts'
import type { Db } from '../../db/client.ts'
import type { Opened } from '../../forms/versions.ts'
import { nameAt } from '../../orgs/named-at.ts'
import type { Destination } from '../destination.tsx'
import type { Sheet } from '../form/form-page.tsx'
import type { Filled } from '../form/read-form.ts'
import { filedAs } from './filed-as.ts'

/** Where what was filled in would go if it were sent now; null where nobody can tell. */
export async function destinationBefore(
  db: Db,
  { opened, definition }: Sheet,
  filled: Filled,
  enterprise: Opened['enterprise'],
): Promise<Destination | null> {
  const org = enterprise?.org ?? opened.org
  const { mode } = filled
  if (!org || !mode) return null
  const said = filedAs(definition, filled)
  const route = routeOf({ ...said, mode, orgPath: org.path })
  const { orgPath } = route
  const name = await nameAt(db, orgPath)
  return name && { org: name, orgPath, forNamed: isStrict(route), concerns: said.concerns }
}
