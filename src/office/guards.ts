import type { Context } from 'hono'
import { workOf } from '../cases/handing-over.ts'
import { type StaffEnv, staffFactory } from '../env.ts'
import { administeredPaths, administersAll, readsLog } from '../orgs/administering.ts'
import type { PeopleOffice } from '../orgs/parting.ts'
import type { Staff } from '../orgs/staff.ts'
import { problem } from '../ui/problem.tsx'

const only = (may: (staff: Staff) => boolean) =>
  staffFactory.createMiddleware(async (c, next) => {
    if (!may(c.var.staff)) return problem(c, 'forbidden')
    await next()
  })

/** Who may come into the office at all. */
export const officers = only((staff) => administersSomething(staff) || readsLog(staff))
/** Who administers the federation or a part of it. */
export const administrators = only((staff) => administersSomething(staff))
/** Who administers the federation as a whole. */
export const wholeAdministrators = only(administersAll)
export const logReaders = only(readsLog)

/** What the behaviours of the office stand on. */
export function officeOf(c: Context<StaffEnv>): PeopleOffice {
  const { db, keys, now, news, rules, staff } = c.var
  return { db, now, news, by: staff, work: workOf({ db, keys, now, news, rules }) }
}

function administersSomething(staff: Staff): boolean {
  return administeredPaths(staff).length > 0
}
