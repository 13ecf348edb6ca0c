import type { Staff } from './staff.ts'
import { covers } from './tree.ts'

/** The scopes in which a person administers; empty for everybody else. */
export function administeredPaths(staff: Staff): string[] {
  return staff.grants.filter((it) => it.role === 'administrator').map((it) => it.orgPath)
}

/** Whether a person administers an organisation, at it or from above. */
export function administers(staff: Staff, orgPath: string): boolean {
  return administeredPaths(staff).some((path) => covers(path, orgPath))
}

/** Settings, forms, calendar and mail belong to the whole federation. */
export function administersAll(staff: Staff): boolean {
  return administeredPaths(staff).some((path) => path.length === 4)
}

export function readsLog(staff: Staff): boolean {
  return administersAll(staff) || staff.grants.some((it) => it.role === 'auditor' && it.orgPath.length === 4)
}
