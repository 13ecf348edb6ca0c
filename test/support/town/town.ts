import { findHolders } from '../../../src/cases/clock/finding-holders.ts'
import { lapse } from '../../../src/cases/clock/lapsing.ts'
import { recount } from '../../../src/cases/clock/recounting.ts'
import { archive } from '../../../src/cases/clock/retention.ts'
import { superviseLate } from '../../../src/cases/clock/supervising.ts'
import { tellOverdue } from '../../../src/cases/clock/telling-late.ts'
import { tellStranded } from '../../../src/cases/clock/telling-stranded.ts'
import { type Filing, file } from '../../../src/cases/filing.ts'
import { type CasePage, loadByReceiptHash, loadForStaff } from '../../../src/cases/loading.ts'
import {
  type ActInput,
  allowedActions,
  lookAtIdentity,
  performAs,
  performAsWorker,
} from '../../../src/cases/performing.ts'
import type { Action } from '../../../src/cases/processes.ts'
import { receiptHash } from '../../../src/cases/receipts.ts'
import { openDb } from '../../../src/db/client.ts'
import type { Category, Role, State } from '../../../src/db/vocabulary.ts'
import type { Keyring } from '../../../src/encryption/keyring.ts'
import { markLamps } from '../../../src/engine/lamps.ts'
import type { Outcome } from '../../../src/engine/process.ts'
import { calendarOf } from '../../../src/orgs/calendar.ts'
import { knownYear } from '../../../src/orgs/holidays.ts'
import { type Scene, sceneOf } from '../../../src/orgs/scene.ts'
import { settingsFrom } from '../../../src/orgs/settings.ts'
import type { Staff } from '../../../src/orgs/staff.ts'
import type { Database } from '../../../src/platform/types.ts'
import { testBindings } from '../bindings.ts'
import { type Name, personOf, residents, settle } from './people.ts'
import { codes, type OrgId, pathOf, plant, versionOf } from './places.ts'
import { caseOf, dutiesOf, everything, forgetCases, historyOf, noticesIn } from './records.ts'
import { type Act, processTo, storyTo } from './story.ts'

/** A Monday morning, 9:00 in the federation. */
export const monday = new Date('2026-09-21T01:00:00Z')

/** A case that a test holds on to. */
export interface Held {
  id: string
  receipt: string
  number: number
}

export type Town = Awaited<ReturnType<typeof town>>
export type { Name } from './people.ts'
export type Who = Name | Staff

/**
 * The one federation of the tests: people, forms and sites, and cases that come to where a test needs them
 * by real acts only. Its time stands still; `at` is the same town at another time.
 */
export async function town(database: Database, now = monday, keys?: Keyring) {
  const people = residents()
  const db = openDb(database)
  await plant(db, now)
  await settle(db, now, Object.values(people))
  return inScene(sceneOf(db, keys ?? (await import('../keys.ts')).keys, rules, now), people)
}

const years = [2025, 2026].map(knownYear).filter((year) => year !== null)
export const rules = { settings: settingsFrom([]), calendar: calendarOf(years) }

function inScene(scene: Scene, people: Record<Name, Staff>) {
  const { db } = scene
  const personally = (who: Who) => (typeof who === 'string' ? people[who] : who)
  const load = async (who: Who, { id }: Pick<Held, 'id'>): Promise<CasePage> => {
    const found = await loadForStaff(scene, personally(who), id)
    if (!found) throw new Error(`${personally(who).name} does not see case ${id}`)
    return found
  }
  const here = {
    scene,
    db,
    people,

    at: (time: Date | string | number) => inScene({ ...scene, now: new Date(time) }, people),
    /** The same town by other rules, or over another database. */
    with: (changes: Partial<Scene>) => inScene({ ...scene, ...changes }, people),

    /** Another person, with roles and nominations of his own. */
    async person(id: string, roles: [Role, OrgId][], nominatedFor: Category[] = []): Promise<Staff> {
      const one = personOf(id, roles, { nominatedFor })
      await settle(db, scene.now, [one])
      return one
    },

    /** Files a case at the works; what is not said makes a named complaint about wages. */
    async file(changes: Partial<Filing> = {}): Promise<Held> {
      const filed = await file(scene, { ...plainFiling(), ...changes })
      return { id: filed.caseId, receipt: filed.receipt, number: filed.number }
    },

    /** A person acts on a case, at the turn that it has now unless told otherwise. */
    async does(who: Who, held: Pick<Held, 'id'>, action: Action, input: ActInput = {}): Promise<Outcome> {
      const subject = await load(who, held)
      return performAs(scene, personally(who), subject, action, { turn: subject.case.turn, ...input })
    },

    /** The worker acts on his case. */
    async workerDoes(held: Pick<Held, 'receipt'>, action: Action, input: ActInput = {}): Promise<Outcome> {
      const subject = await here.asWorker(held)
      return performAsWorker(scene, subject, action, { turn: subject.case.turn, ...input })
    },

    /** Takes a case from where it was filed to a state by the acts of the people here. */
    async reach(held: Held, state: State): Promise<void> {
      await here.live(held, storyTo(state))
    },

    /** Goes on with the story of one state that leads to another. */
    async goOn(held: Held, from: State, to: State): Promise<void> {
      await here.live(held, storyTo(to).slice(storyTo(from).length))
    },

    async live(held: Held, acts: Act[]): Promise<void> {
      for (const act of acts) {
        if (act.by === 'years') await archive({ ...scene, now: yearsLater(scene.now) })
        else if (act.by === 'worker') succeeded(await here.workerDoes(held, act.action, act.input))
        else succeeded(await here.does(act.by, held, act.action, act.input))
      }
    },

    /** A new case in a state. */
    async given(state: State, changes: Partial<Filing> = {}): Promise<Held> {
      const held = await here.file({ process: processTo(state), ...changes })
      await here.reach(held, state)
      return held
    },

    load,
    look: async (who: Who, held: Held, input: ActInput) =>
      lookAtIdentity(scene, personally(who), await load(who, held), input),
    sees: async (who: Who, { id }: Pick<Held, 'id'>) =>
      (await loadForStaff(scene, personally(who), id)) !== null,
    mayDo: async (who: Who, held: Pick<Held, 'id'>) =>
      allowedActions(personally(who), await load(who, held), scene),

    async asWorker({ receipt }: Pick<Held, 'receipt'>): Promise<CasePage> {
      const found = await loadByReceiptHash(scene, await hashOf({ receipt }))
      if (!found) throw new Error(`No case for ${receipt}`)
      return found
    },

    caseOf: ({ id }: Pick<Held, 'id'>) => caseOf(db, id),
    dutiesOf: ({ id }: Pick<Held, 'id'>) => dutiesOf(db, id),
    historyOf: ({ id }: Pick<Held, 'id'>) => historyOf(scene, id),
    notices: () => noticesIn(db),
    everything: () => everything(db),
    /** Empties the town of cases and of what was told, for tests that count all of either. */
    forgetCases: () => forgetCases(db),

    /** One strike of the hourly clock, as far as cases go; answers how many notices it wrote. */
    async strike(): Promise<number> {
      await lapse(scene)
      await archive(scene)
      await recount(scene)
      await findHolders(scene)
      await superviseLate(scene)
      await markLamps(db, scene.now)
      await tellStranded(scene)
      return tellOverdue(scene)
    },
  }
  return here
}

/** Fails the test at the step that was refused, and not somewhere later. */
export function succeeded(outcome: Outcome): void {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.why}`)
}

/** What the database keeps of a receipt. */
export const hashOf = ({ receipt }: Pick<Held, 'receipt'>) =>
  receiptHash(testBindings.RECEIPT_SECRET, receipt)

/** A named complaint about wages, filed at the works. */
export function plainFiling(): Filing {
  return {
    key: crypto.randomUUID(),
    receiptSecret: testBindings.RECEIPT_SECRET,
    formVersionId: versionOf('grievance'),
    siteCode: codes.grievance,
    orgId: 'union',
    orgPath: pathOf('union'),
    enterpriseId: 'works',
    bypassesUnit: false,
    category: 'wages',
    mode: 'complaint',
    anonymous: false,
    answers: { matter: 'wages', story: 'No wages since July.' },
    identity: { worker_name: 'Li Na', worker_phone: '13800000000' },
    locale: 'zh',
  }
}

/** Years later, nobody needs the names any more. */
function yearsLater(now: Date): Date {
  return new Date(now.getTime() + 1100 * 86_400_000)
}
