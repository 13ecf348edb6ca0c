import { eq } from 'drizzle-orm'
import { type Filing, file } from '../../src/cases/filing.ts'
import { type CasePage, loadByReceiptHash, loadForStaff } from '../../src/cases/loading.ts'
import type { Outcome, Scene } from '../../src/cases/moving.ts'
import { receiptHash } from '../../src/cases/receipts.ts'
import { openDb } from '../../src/db/client.ts'
import { caseEvents, cases } from '../../src/db/tables/cases.ts'
import type { Role, State } from '../../src/db/vocabulary.ts'
import { calendarOf } from '../../src/orgs/calendar.ts'
import { knownYear } from '../../src/orgs/holidays.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { testBindings } from './bindings.ts'
import { personOf, plant, settle } from './planting.ts'
import { storyTo } from './story.ts'

/** A Monday morning, 9:00 in the federation. */
export const monday = new Date('2026-09-21T01:00:00Z')

/** The paths of the federation, of two townships, and of a union under each. */
export const orgs = {
  federation: '0001',
  township: '00010001',
  union: '000100010001',
  elsewhere: '00010002',
  elsewhereUnion: '000100020001',
} as const
export type OrgId = keyof typeof orgs

/** One person of each role, at the township and at the federation; only there somebody signs. */
const offices = {
  officer: ['duty_officer', 'township'],
  handler: ['handler', 'township'],
  otherHandler: ['handler', 'township'],
  head: ['department_head', 'township'],
  countyOfficer: ['duty_officer', 'federation'],
  countyHandler: ['handler', 'federation'],
  countyHead: ['department_head', 'federation'],
  deputy: ['deputy_chair', 'federation'],
  chair: ['chair', 'federation'],
  supervisor: ['supervisor', 'federation'],
  administrator: ['administrator', 'federation'],
  auditor: ['auditor', 'federation'],
  stranger: ['duty_officer', 'elsewhere'],
} as const satisfies Record<string, readonly [Role, OrgId]>
export type Name = keyof typeof offices

export const siteCode = 'CG7H4'
export const enterpriseId = 'works'
export const formVersionId = 'grievance-1'

/** A case that a test holds on to. */
export interface Held {
  id: string
  receipt: string
}

export type World = Awaited<ReturnType<typeof world>>

/**
 * A small federation in the test's database, with what tests ask most: people, a form at a site, a case
 * taken to a state by its real behaviours. Its time stands still; `at` is the same world at another time.
 */
export async function world(d1: D1Database, now = monday) {
  const people = Object.fromEntries(
    Object.entries(offices).map(([name, [role, orgId]]) => [name, personOf(name, [[role, orgId]])]),
  ) as Record<Name, Staff>
  const db = openDb(d1)
  const years = [2025, 2026].map(knownYear).filter((year) => year !== null)
  const rules = { settings: settingsFrom([]), calendar: calendarOf(years) }
  await plant(db, now, Object.values(people))
  return inScene({ db, rules, now }, people)
}

function inScene(scene: Scene, people: Record<Name, Staff>) {
  const { db } = scene
  const here = {
    scene,
    db,
    people,

    at: (time: Date | string | number) => inScene({ ...scene, now: new Date(time) }, people),

    /** Another person, with roles and nominations of his own. */
    async person(name: string, grants: [Role, OrgId][], nominatedFor: Staff['nominatedFor'] = []) {
      const one = personOf(name, grants, nominatedFor)
      await settle(db, scene.now, [one])
      return one
    },

    /** Files a case at the union's site; what is not said makes a named complaint about wages. */
    async fileCase(changes: Partial<Filing> = {}): Promise<Held & { number: number }> {
      const filed = await file(scene, { ...plainFiling(), ...changes })
      return { id: filed.caseId, receipt: filed.receipt, number: filed.number }
    },

    /** Takes a case to a state by the acts of the people here. */
    async advance(held: Held, state: State): Promise<void> {
      for (const act of storyTo(state)) succeeded(await act(here, held))
    },

    /** The case as it stands, whoever may see it. */
    async row(id: string) {
      const [found] = await db.select().from(cases).where(eq(cases.id, id))
      if (!found) throw new Error(`No case ${id}`)
      return found
    },

    /** What happened to a case, in order. */
    events: (id: string) =>
      db.select().from(caseEvents).where(eq(caseEvents.caseId, id)).orderBy(caseEvents.seq),

    async load(who: Name | Staff, id: string): Promise<CasePage> {
      const staff = typeof who === 'string' ? people[who] : who
      const found = await loadForStaff(scene, staff, id)
      if (!found) throw new Error(`${staff.name} does not see case ${id}`)
      return found
    },

    async asWorker({ receipt }: Pick<Held, 'receipt'>): Promise<CasePage> {
      const hash = await receiptHash(testBindings.RECEIPT_SECRET, receipt)
      const found = await loadByReceiptHash(db, hash)
      if (!found) throw new Error(`No case for ${receipt}`)
      return found
    },
  }
  return here
}

/** Fails the test at the step that was refused, and not somewhere later. */
export function succeeded(outcome: Outcome): void {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.why}`)
}

/** A named complaint about wages, filed at the union’s site. */
export function plainFiling(): Filing {
  return {
    key: crypto.randomUUID(),
    receiptSecret: testBindings.RECEIPT_SECRET,
    formVersionId,
    siteCode,
    orgId: 'union',
    orgPath: orgs.union,
    enterpriseId,
    bypassesUnit: false,
    category: 'wages',
    mode: 'complaint',
    anonymous: false,
    answers: { category: 'wages', what: 'No wages since July.' },
    identity: { name: 'Li Na', phone: '13800000000' },
    locale: 'zh',
  }
}
