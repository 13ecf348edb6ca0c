import { isGuardedRole } from '../../orgs/roles.ts'
import type { Settings } from '../../orgs/settings.ts'
import type { Staff } from '../../orgs/staff.ts'

/** Whether a person signs replies or runs the office. */
export function isGuarded(staff: Staff): boolean {
  return staff.grants.some((it) => isGuardedRole(it.role))
}

/** Whoever is guarded shows a second factor while the setting is on; so does who has one. */
export function needsSecondFactor(who: { staff: Staff; enrolled: boolean }, settings: Settings): boolean {
  return who.enrolled || (settings.secondFactor && isGuarded(who.staff))
}
