import type { Category, Role } from '../../../src/db/vocabulary.ts'
import type { Staff } from '../../../src/orgs/staff.ts'

/** What the test itself remembers of a case: where it went, and for whom it was filed. */
export interface Remembered {
  id: string
  number: number
  receipt: string
  /** The organisations from the federation down to the one that has it. */
  chain: string[]
  /** The category that made it strict, however it is called by now; null where it is not. */
  strictFor: Category | null
  asides: Set<string>
  isClosed: boolean
}

const readers: readonly Role[] = [
  'duty_officer',
  'handler',
  'department_head',
  'deputy_chair',
  'chair',
  'supervisor',
]

/** The rule again, in plain words and by other means than the product's. */
export function shouldSee(person: Staff, it: Remembered): boolean {
  const reads = person.grants.some(({ role, orgId }) => readers.includes(role) && it.chain.includes(orgId))
  const isNamed = it.strictFor === null || person.nominatedFor.indexOf(it.strictFor) >= 0
  return reads && isNamed && !it.asides.has(person.id)
}

/** Who is told at once that a worker is punished for speaking. */
export function shouldBeTold(person: Staff, it: Remembered): boolean {
  const watches = person.grants.some(
    ({ role, orgId }) => (role === 'supervisor' || role === 'chair') && it.chain.includes(orgId),
  )
  return shouldSee(person, it) && (watches || it.strictFor !== null)
}
