import { type CaseForWorker, loadByReceiptHash } from '../../src/cases/loading.ts'
import { roleFor } from '../../src/cases/performing.ts'
import type { Action } from '../../src/cases/processes.ts'
import { sees } from '../../src/cases/sight.ts'
import type { Moment } from '../../src/engine/allowed.ts'
import type { Case } from '../../src/engine/process.ts'
import type { Scene } from '../../src/orgs/scene.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { asStaff, people } from './people.ts'

const staff: Staff[] = people.map(asStaff)

/** A case as it is now, whoever looks. */
export async function caseNow(scene: Scene, hash: string): Promise<CaseForWorker> {
  const found = await loadByReceiptHash(scene, hash)
  if (!found) throw new Error('A case of the demo is gone')
  return found
}

/**
 * Who of the cadres does this: one who may, before all the case's own handler, then somebody of the
 * organisation that has it, then whoever is nearest to it.
 */
export function whoDoes(action: Action, subject: CaseForWorker, moment: Moment): Staff {
  const [first] = staff
    .map((person) => ({ person, closeness: closeness(action, person, subject, moment) }))
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness)
  if (!first)
    throw new Error(`Nobody may ${action} a case in ${subject.case.state} at ${subject.case.orgPath}`)
  return first.person
}

/** The handler who gets a case: the one the story names, else the nearest who may. */
export function whoHandles({ case: it }: CaseForWorker, wanted: string | undefined): string {
  const may = staff.filter(
    (person) =>
      person.id !== it.formerHandlerId &&
      sees(person, it, false) &&
      person.grants.some((grant) => grant.role === 'handler' && it.orgPath.startsWith(grant.orgPath)),
  )
  const found = wanted ? may.find((person) => person.id === wanted) : may.at(-1)
  if (!found) throw new Error(`${wanted ?? 'Nobody'} cannot handle a case at ${it.orgPath}`)
  return found.id
}

function closeness(action: Action, person: Staff, subject: CaseForWorker, moment: Moment): number {
  const role = roleFor(action, person, subject, moment)
  if (!role) return 0
  const it = subject.case
  const own = person.id === it.handlerId ? 100 : 0
  const named = it.confidedTo !== null && person.nominatedFor.includes(it.confidedTo) ? 1 : 0
  const [grant] = person.grants
    .filter((held) => held.role === role && it.orgPath.startsWith(held.orgPath))
    .sort((a, b) => b.orgPath.length - a.orgPath.length)
  return own + named + (grant?.orgPath.length ?? 0) + (holds(person, it) ? 50 : 0)
}

function holds(person: Staff, it: Case): boolean {
  return person.grants.some((grant) => grant.orgId === it.holderOrgId && grant.role === it.holderRole)
}
