import type { Category, Locale, Role } from '../db/vocabulary.ts'

export interface Grant {
  role: Role
  orgId: string
  orgPath: string
}

/** A person of the union with all he may be asked about: roles where, and strict categories he is named for. */
export interface Staff {
  id: string
  name: string
  email: string
  locale: Locale
  grants: Grant[]
  nominatedFor: Category[]
}

/** Whether an organisation lies in the scope of a grant: at it, or below it. */
export function covers(scopePath: string, orgPath: string): boolean {
  return orgPath.startsWith(scopePath)
}

/** A path with all its ancestors, longest first. */
export function lineage(path: string): string[] {
  return Array.from({ length: path.length / 4 }, (_, level) => path.slice(0, path.length - level * 4))
}
