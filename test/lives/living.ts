import { strictCategories } from '../../src/cases/grievance/categories.ts'
import { allowedActions, allowedToWorker, performAs, performAsWorker } from '../../src/cases/performing.ts'
import { type Action, lineOf } from '../../src/cases/processes.ts'
import { categoryNominees } from '../../src/db/tables/orgs.ts'
import { categories, roles } from '../../src/db/vocabulary.ts'
import { activate, deactivate, grant, revoke } from '../../src/orgs/granting.ts'
import { unname } from '../../src/orgs/nominating.ts'
import { officeOf, orgOf } from '../support/town/office.ts'
import { type OrgId, orgs, pathOf } from '../support/town/places.ts'
import { thirdIsOfFederation } from './ceilings.ts'
import { filledIn } from './filling.ts'
import { everybody, wholeOf } from './people.ts'
import type { World } from './world.ts'

const orgIds = Object.keys(orgs) as OrgId[]
const caseRoles = roles.filter((role) => role !== 'administrator' && role !== 'auditor')

/** How many cases a town can have, so that some of them come far. */
const most = 20

/** What may happen to a town, each with its weight; each answers in a few words what happened. */
export const happenings: [number, (world: World) => Promise<string>][] = [
  [3, filing],
  [20, actOfUnion],
  [4, actOfWorker],
  [2, losing],
  [3, gaining],
]

async function filing({ here, random, cases }: World): Promise<string> {
  if (cases.length >= most) return 'enough cases'
  const orgId = random.pick(orgIds)
  const held = await here.file({
    orgId,
    orgPath: pathOf(orgId),
    category: random.pick(random.chance(0.1) ? strictCategories : categories),
    mode: random.pick(['complaint', 'report']),
    workers: random.int(1, 12),
    danger: random.chance(0.15),
    bypassesUnit: random.chance(0.3),
    process: random.chance(0.9) ? 'grievance' : 'register',
  })
  cases.push(held)
  return `filed ${held.number}`
}

/** Somebody of the union does with a case what he may, rather whoever can move it on. */
async function actOfUnion(world: World): Promise<string> {
  const { here, random, cases } = world
  const { people, asMetBy } = await everybody(here)
  for (const held of random.shuffled(cases).slice(0, 4)) {
    const page = await wholeOf(here, held)
    const may = people.map((person) => ({
      person,
      of: allowedActions(person, asMetBy(person, page), here.scene),
    }))
    const movers = may.filter(({ of }) => of.some((action) => !lineOf(action).free && !rare.includes(action)))
    for (const { person, of } of random.shuffled(movers.length > 0 && random.chance(0.9) ? movers : may)) {
      const met = asMetBy(person, page)
      const action = likely(world, of)
      const input = action && (await filledIn(world, met, action))
      if (!action || !input) continue
      const outcome = await performAs(here.scene, person, met, action, input)
      if (action === 'dispatch' && outcome.ok) thirdIsOfFederation(page, person)
      return `${held.number}: ${person.id} ${action}, ${outcome.ok || outcome.why}`
    }
  }
  return 'nobody may do anything'
}

/** The worker does what he may, but for putting away the receipt by which the test knows him. */
async function actOfWorker(world: World): Promise<string> {
  const { here, random, cases } = world
  if (cases.length === 0) return 'no case'
  const held = random.pick(cases)
  const page = await here.asWorker(held)
  const allowed = allowedToWorker(page, here.scene).filter((it) => it !== 'replace_receipt')
  const action = likely(world, allowed)
  const input = action && (await filledIn(world, page, action))
  if (!action || !input) return `${held.number}: the worker may do nothing`
  const outcome = await performAsWorker(here.scene, page, action, input)
  return `${held.number}: worker ${action}, ${outcome.ok || outcome.why}`
}

/** Seldom, because few cases would come far. */
const rare: readonly Action[] = [
  'confide',
  'propose_merge',
  'recuse',
  'withdraw',
  'propose_decline',
  'reassign',
  'step_aside',
]

/** One of what may be done, rather what moves a case on than what could be done at any time. */
function likely({ random }: World, allowed: Action[]): Action | null {
  const common = random.chance(0.1) ? allowed : allowed.filter((action) => !rare.includes(action))
  const moving = common.filter((action) => !lineOf(action).free)
  const among = moving.length > 0 && random.chance(0.9) ? moving : common
  return among.length > 0 ? random.pick(among) : null
}

/** Some people leave a union of few, where each one counts; some are named; and there are cases. */
export async function beginning(world: World): Promise<void> {
  const { here, random } = world
  for (let gone = random.int(0, 5); gone > 0; gone -= 1) await losing(world)
  for (const category of strictCategories.filter(() => random.chance(0.6)))
    for (const role of ['duty_officer', 'handler'] as const)
      await here.person(`${category} ${role}`, [[role, 'federation']], [category])
  for (let filed = random.int(2, 5); filed > 0; filed -= 1) await filing(world)
}

/** Somebody loses a role, his account, or his being named. */
async function losing({ here, random }: World): Promise<string> {
  const office = officeOf(here)
  const { people } = await everybody(here)
  // By roles, for of some there is but one.
  const role = random.pick(caseRoles)
  const person = random.shuffled(people).find((it) => it.grants.some((held) => held.role === role))
  if (!person) return `nobody is ${role}`
  const held = person.grants.length > 0 ? random.pick(person.grants) : null
  const category = person.nominatedFor[0]
  if (category && random.chance(0.6))
    return `${person.id} is not named for ${category}: ${await unname(office, person, category, true)}`
  if (held && random.chance(0.7))
    return `${person.id} is no ${held.role} at ${held.orgId}: ${await revoke(office, person, held.role, held.orgId, true)}`
  return `${person.id} leaves: ${await deactivate(office, person, true)}`
}

/** Somebody comes, comes back, gets a role, or is named. */
async function gaining({ here, random }: World): Promise<string> {
  const office = officeOf(here)
  const { people } = await everybody(here)
  const role = random.pick(caseRoles)
  const orgId = random.pick(orgIds)
  if (random.chance(0.2)) {
    const one = await here.person(crypto.randomUUID(), [[role, orgId]])
    return `${one.id} comes as ${role} at ${orgId}`
  }
  if (random.chance(0.3)) {
    const back = random.pick(Object.values(here.people))
    return `${back.id} comes back: ${await activate(office, back)}`
  }
  const person = random.pick(people)
  if (random.chance(0.5)) {
    const category = random.pick(strictCategories)
    await here.db.insert(categoryNominees).values({ category, staffId: person.id }).onConflictDoNothing()
    return `${person.id} is named for ${category}`
  }
  return `${person.id} is ${role} at ${orgId}: ${await grant(office, person, role, await orgOf(here, orgId))}`
}
