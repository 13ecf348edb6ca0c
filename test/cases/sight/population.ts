import { eq } from 'drizzle-orm'
import { organisations } from '../../../src/db/tables/orgs.ts'
import { type Category, categories, type Role, roles } from '../../../src/db/vocabulary.ts'
import { grant, revoke } from '../../../src/orgs/granting.ts'
import { addOrganisation } from '../../../src/orgs/growing.ts'
import { unname } from '../../../src/orgs/nominating.ts'
import { loadStaff, type Staff } from '../../../src/orgs/staff.ts'
import { formerOfficeOf } from '../../support/town/office.ts'
import { personOf, settle } from '../../support/town/people.ts'
import { succeeded, type Town } from '../../support/town/town.ts'
import { type Remembered, shouldSee } from './model.ts'

/** What may lie inside the employer. */
const open: readonly Category[] = ['leave', 'welfare', 'democratic', 'suggestion', 'other']
const strict: readonly Category[] = ['harassment', 'mental', 'conduct']

/** A sequence that looks random and is the same in each run. */
function sequence(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const next = sequence(7)
const pick = <T>(all: readonly T[]): T => all[next(all.length)] as T

/** Two more levels below the union, by the act of the administrator: the id of each with its path. */
export async function deepen(here: Town): Promise<Map<string, string>> {
  const { db } = here
  const office = formerOfficeOf(here)
  let parent = 'union'
  for (const name of ['Line', 'Team']) {
    const [above] = await db.select().from(organisations).where(eq(organisations.id, parent))
    if (!above) throw new Error(`No ${parent}`)
    const grown = await addOrganisation(office, above, { zh: name, en: name })
    if (!grown.ok) throw new Error(grown.why)
    parent = grown.id
  }
  const rows = await db.select({ id: organisations.id, path: organisations.path }).from(organisations)
  return new Map(rows.map(({ id, path }) => [id, path]))
}

/** Thirty-six people of any roles at any level; every third is named for something strict. */
export async function populate(here: Town, paths: Map<string, string>): Promise<Staff[]> {
  const ids = [...paths.keys()]
  const people = Array.from({ length: 36 }, (_, at): Staff => {
    const grants = Array.from({ length: 1 + next(3) }, (): Staff['grants'][number] => {
      const orgId = pick(ids)
      return { role: pick<Role>(roles), orgId, orgPath: paths.get(orgId) ?? '' }
    })
    const once = [...new Map(grants.map((grant) => [`${grant.role} ${grant.orgId}`, grant])).values()]
    const nominatedFor = at % 3 === 0 ? [pick(strict)] : []
    return { ...personOf(`person${at}`, []), grants: once, nominatedFor }
  })
  await settle(here.db, here.scene.now, people)
  return people
}

/** Cases of every category, mode and place, past the unit and not; each remembered by the test itself. */
export async function fill(here: Town, paths: Map<string, string>): Promise<Remembered[]> {
  const ids = [...paths.keys()]
  const cases: Remembered[] = []
  for (let at = 0; at < 84; at += 1) {
    const category = pick([strict, open, categories][at % 3] ?? categories)
    const orgId = pick(ids)
    const bypassesUnit = next(3) === 0
    const filing = { category, orgId, orgPath: paths.get(orgId) ?? '', bypassesUnit, enterpriseId: null }
    const mode = next(4) === 0 ? 'report' : 'complaint'
    const held = await here.file({ ...filing, mode, danger: false })
    const chain = chainOf(orgId, paths)
    const past = bypassesUnit && chain.length > 1 ? chain.slice(0, -1) : chain
    const isOpen = open.includes(category) && mode === 'complaint' && !bypassesUnit
    cases.push({
      ...held,
      chain: category === 'conduct' ? chain.slice(0, 1) : isOpen ? chain : past.slice(0, 2),
      strictFor: strict.includes(category) ? category : null,
      asides: new Set(),
      isClosed: false,
    })
  }
  return cases
}

/** The ids from the federation down to an organisation. */
function chainOf(orgId: string, paths: Map<string, string>): string[] {
  const own = paths.get(orgId) ?? ''
  return [...paths]
    .filter(([, path]) => own.startsWith(path))
    .sort(([, a], [, b]) => a.length - b.length)
    .map(([id]) => id)
}

/** People stand aside, categories are corrected, cases are withdrawn and closed: all by real acts. */
export async function live(here: Town, people: Staff[], cases: Remembered[]): Promise<void> {
  for (const it of cases) {
    for (const person of people.filter(() => next(8) === 0)) {
      if (!(await here.sees(person, it))) continue
      const done = await here.does(person, it, 'recuse', { reason: 'A friend of mine.' })
      if (done.ok) it.asides.add(person.id)
    }
    if (next(3) === 0) await correct(here, people, it)
  }
}

async function correct(here: Town, people: Staff[], it: Remembered): Promise<void> {
  const category = pick(categories)
  for (const person of people) {
    if (!(await here.sees(person, it)) || !(await here.mayDo(person, it)).includes('accept')) continue
    const before = await here.caseOf(it)
    succeeded(await here.does(person, it, 'accept', { category }))
    it.strictFor ??= strict.includes(category) ? category : null
    const isOpen = open.includes(category) && before.secrecy === 'open'
    if (category === 'conduct' && before.category !== 'conduct') it.chain = it.chain.slice(0, 1)
    else if (!isOpen) it.chain = it.chain.slice(0, 2)
    return
  }
}

/** Eight handlers who come later, for none of whom a case waited; every third is named for something strict. */
export async function hire(here: Town, paths: Map<string, string>): Promise<Staff[]> {
  const hired = Array.from({ length: 8 }, (_, at): Staff => {
    const [orgId, orgPath] = pick([...paths])
    const nominatedFor = at % 3 === 0 ? [pick(strict)] : []
    const grants = [{ role: 'handler' as const, orgId, orgPath }]
    return { ...personOf(`person-hired${at}`, []), grants, nominatedFor }
  })
  await settle(here.db, here.scene.now, hired)
  return hired
}

/** Accepted cases are given to handlers who see them: by real acts. */
export async function handOut(here: Town, people: Staff[], handlers: Staff[], cases: Remembered[]) {
  const officers = [...Object.values(here.people), ...people]
  for (const it of cases) {
    if ((await here.caseOf(it)).state !== 'accepted') continue
    const able = handlers.filter((person) => shouldSee(person, it))
    const officer = await firstWhoDispatches(here, officers, it)
    if (!officer || able.length === 0) continue
    succeeded(await here.does(officer, it, 'dispatch', { handlerId: pick(able).id }))
  }
}

async function firstWhoDispatches(here: Town, people: Staff[], it: Remembered) {
  for (const person of people)
    if (shouldSee(person, it) && (await here.mayDo(person, it)).includes('dispatch')) return person
  return undefined
}

/** Of four handlers one stays, two move on, and of one nothing is confided any more: by acts of the office. */
export async function moveOn(here: Town, handlers: Staff[], paths: Map<string, string>): Promise<Staff[]> {
  for (const [at, person] of handlers.entries()) {
    if (at % 4 === 1) await move(here, person, 'handler', pick([...paths.keys()]))
    if (at % 4 === 2) await move(here, person, 'auditor', pick([...paths.keys()]))
    if (at % 4 === 3)
      for (const category of person.nominatedFor) await unname(formerOfficeOf(here), person, category, true)
  }
  return Promise.all(handlers.map(async (person) => (await loadStaff(here.db, person.id)) ?? person))
}

/** A person gets a role at another place, and has none any more where he was. */
async function move(here: Town, person: Staff, to: Role, orgId: string): Promise<void> {
  const office = formerOfficeOf(here)
  const [org] = await here.db.select().from(organisations).where(eq(organisations.id, orgId))
  if (!org || person.grants.some((it) => it.orgId === orgId)) return
  await grant(office, person, to, org)
  for (const it of person.grants) await revoke(office, person, it.role, it.orgId, true)
}
