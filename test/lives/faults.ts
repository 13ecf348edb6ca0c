import { sql } from 'drizzle-orm'
import { candidates } from '../../src/cases/grievance/dispatching.ts'
import type { CasePage } from '../../src/cases/loading.ts'
import { roleFor } from '../../src/cases/performing.ts'
import { type Action, actions, lineOf, processes } from '../../src/cases/processes.ts'
import { sees } from '../../src/cases/sight.ts'
import { listStranded } from '../../src/cases/stranded.ts'
import { moveOf } from '../../src/engine/move.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import type { Town } from '../support/town/town.ts'
import { pastCeilings } from './ceilings.ts'
import { everybody, wholeOf } from './people.ts'

/**
 * What is wrong in a town, in words: an open case without a duty or a date; one on which nobody may act that has
 * somebody who could, or of which no alarm tells; a limit that is passed. Asked person by person, by the rules for
 * one case at hand, and so beside the statements that run over all.
 */
export async function faultsIn(here: Town): Promise<string[]> {
  const open = await here.db.all<{ id: string; number: number; dated: number; running: number }>(
    sql`select id, number, due_at is not null as dated, exists (select 1 from duties d
       where d.case_id = cases.id and d.ended_at is null and d.due_at = cases.due_at) as running
     from cases where closed_at is null order by number`,
  )
  const alarm = new Map((await listStranded(here.db, 1000)).cases.map((it) => [it.id, it.why]))
  const around = await everybody(here)
  const faults = open.flatMap(({ number, dated, running }) =>
    dated && running ? [] : [`${number} has no duty, or not its date`],
  )
  for (const it of open) {
    const page = await wholeOf(here, it)
    const stand = await standing(here, around, page)
    const rings = alarm.get(it.id)
    const { state, holderRole } = page.case
    const at = `${it.number} in ${state} with ${holderRole ?? 'the worker'}`
    if (!stand.held && !rings) faults.push(`${at}: nobody may act, and no alarm rings`)
    if (stand.held && rings) faults.push(`${at}: an alarm rings (${rings}), though ${stand.held} may act`)
    if (!stand.held && stand.couldHave) faults.push(`${at}: ${stand.couldHave} could have it`)
  }
  return [...faults, ...(await pastCeilings(here))]
}

type Around = Awaited<ReturnType<typeof everybody>>

/** Who has a case and may act on it, and who could have it in the same role; names, or null. */
async function standing(here: Town, { people, asMetBy }: Around, page: CasePage) {
  const { holderRole, holderId, holderOrgId } = page.case
  const seeing = people.filter((person) => sees(person, page.case, asMetBy(person, page).recused))
  if (holderRole === null) return { held: seeing[0]?.id ?? null, couldHave: null }
  // Who is to give it to somebody can go on only where there is somebody.
  const gives = waysOn(page).some((action) => lineOf(action).gives)
  if (gives && (await candidates(here.scene, page)).length === 0) return { held: null, couldHave: null }
  const may = (person: Staff) =>
    waysOn(page).some((action) => roleFor(action, person, asMetBy(person, page), here.scene) !== null)
  const able = people.filter((person) => rolesOver(person, page).includes(holderRole) && may(person))
  const has = (person: Staff) =>
    holderId === null
      ? person.grants.some((it) => it.role === holderRole && it.orgId === holderOrgId)
      : person.id === holderId
  return { held: able.find(has)?.id ?? null, couldHave: holderId === null ? (able[0]?.id ?? null) : null }
}

const rolesOver = (person: Staff, { case: it }: CasePage) =>
  person.grants.filter(({ orgPath }) => it.orgPath.startsWith(orgPath)).map(({ role }) => role)

/** The acts by which whoever has a case moves it on. */
function waysOn({ case: { process, state, holderRole }, grievance }: CasePage): Action[] {
  return actions.filter((action) => {
    const move = moveOf(processes[process], action)
    if (!move || move.free || !move.from.includes(state)) return false
    const isElsewhere = move.when?.includes('for_city') && !grievance?.toCity
    return holderRole !== null && move.by.includes(holderRole) && !isElsewhere
  })
}
