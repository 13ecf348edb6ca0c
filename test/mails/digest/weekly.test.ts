import { env } from 'cloudflare:workers'
import { beforeEach, expect, test, vi } from 'vitest'
import { openDb } from '../../../src/db/client.ts'
import type { Category } from '../../../src/db/vocabulary.ts'
import type { DigestData } from '../../../src/mails/digest/data.ts'
import { writeDigests } from '../../../src/mails/digest/write.ts'
import { chooseMail } from '../../../src/orgs/choosing-mail.ts'
import { deactivate } from '../../../src/orgs/granting.ts'
import { readsAnyCase } from '../../../src/orgs/roles.ts'
import { countingStatements } from '../../support/counting-statements.ts'
import { townAnew } from '../../support/town/anew.ts'
import { officeOf } from '../../support/town/office.ts'
import { names } from '../../support/town/people.ts'
import { atUnit, pathOf } from '../../support/town/places.ts'
import { succeeded, type Town } from '../../support/town/town.ts'

const founded = new Date('2026-09-01T01:00:00Z')
const monday = new Date('2026-11-23T00:20:00Z')
const dayBefore = new Date('2026-11-22T00:20:00Z')
const lastWeek = new Date('2026-11-18T02:00:00Z')
const atTownship = { orgId: 'township', orgPath: pathOf('township') }
const atFederation = { orgId: 'federation', orgPath: pathOf('federation') }

let here: Town

beforeEach(async () => {
  here = await townAnew(env.DB, founded)
})

const write = (at: Date | string = monday) => writeDigests(here.at(at).scene)

/** The digests of a person, as they were written; without a status there was nothing to tell. */
async function digestsOf(id: string) {
  const all = (await here.notices()).filter(({ kind, to }) => kind === 'digest' && to === id)
  return all.map(({ event, status }) => ({ event, status }))
}

async function dataFor(id: string): Promise<DigestData> {
  const all = (await here.notices()).filter(({ kind }) => kind === 'digest')
  return all.find(({ to }) => to === id)?.data as DigestData
}

/** Everybody of the town whose role reads cases. */
const readers = () => names.filter((id) => readsAnyCase(here.people[id]))

test('each subscribed cadre gets the digest once for its week, however often and late the job runs', async () => {
  await here.at(lastWeek).file()
  await write('2026-11-22T23:59:59Z')
  expect(await digestsOf('head')).toEqual([{ event: '2026-W47', status: 'pending' }])
  for (const late of ['2026-11-23T00:20:00Z', '2026-11-23T00:20:00Z', '2026-11-26T09:20:00Z']) {
    while ((await write(late)).more);
  }
  for (const id of readers())
    expect((await digestsOf(id)).map(({ event }) => event)).toEqual(['2026-W47', '2026-W48'])
  expect((await digestsOf('head')).map(({ status }) => status)).toEqual(['pending', 'pending'])
})

test('a service that slept on Monday writes on Thursday, of the same week', async () => {
  await here.at(lastWeek).file()
  await write('2026-11-26T09:20:00Z')
  expect(await digestsOf('head')).toEqual([{ event: '2026-W48', status: 'pending' }])
  expect(await dataFor('head')).toMatchObject({
    filed: 1,
    from: Date.parse('2026-11-15T16:00:00Z'),
    to: Date.parse('2026-11-22T16:00:00Z'),
  })
})

test.each<[string, string, () => Promise<unknown>]>([
  ['deactivated', 'chair', () => deactivate(officeOf(here), here.people.chair)],
  ['not subscribed', 'chair', () => chooseMail(here.scene, 'chair', { digest: false })],
  [
    'new since Monday',
    'someone',
    () => here.at('2026-11-23T00:10:00Z').person('someone', [['chair', 'federation']]),
  ],
  ['without a role', 'someone', () => here.person('someone', [])],
  ['an administrator only', 'someone', () => here.person('someone', [['administrator', 'federation']])],
])('somebody %s gets none', async (_, id, prepare) => {
  await prepare()
  await here.at(lastWeek).file()
  await write()
  expect(await digestsOf(id)).toEqual([])
  expect(await digestsOf('deputy')).toHaveLength(1)
})

test('a week with nothing to tell is decided once, without a mail', async () => {
  await write()
  await here.at(lastWeek).file()
  await write('2026-11-23T01:20:00Z')
  for (const id of readers()) expect(await digestsOf(id)).toEqual([{ event: '2026-W48', status: null }])
})

test('the figures of a scope: new, open, due, overdue, rates, categories', async () => {
  await answeredTwice()
  // Waits for a decision by the end of this Monday.
  await contacted('2026-11-20T02:00:00Z', await here.at('2026-11-20T02:00:00Z').file(atTownship))
  // Nobody wrote to the worker in time.
  await here.at('2026-11-16T02:00:00Z').given('drafting')
  // A draft that is to be handed in by the end of this Monday.
  await contacted('2026-11-19T02:00:00Z', await here.at('2026-11-19T02:00:00Z').given('drafting', hours))
  // Has until 4 December, for it is complex.
  const complex = await here.at('2026-11-02T02:00:00Z').file(atTownship)
  await contacted('2026-11-02T02:00:00Z', complex)
  const accepting = here.at('2026-11-20T02:00:00Z')
  succeeded(await accepting.does('officer', complex, 'accept', { complex: true }))
  succeeded(await accepting.does('officer', complex, 'dispatch', { handlerId: 'handler' }))
  succeeded(await accepting.does('handler', complex, 'sign_for'))
  // Its worker is to hear from us by this very minute: due, and not late.
  await here.at(dayBefore).file()
  // Out of the scope.
  await here.at(lastWeek).file(atFederation)

  await write()
  expect(await dataFor('head')).toMatchObject({
    filed: 4,
    open: [
      { state: 'triage', count: 2 },
      { state: 'investigating', count: 1 },
      { state: 'drafting', count: 2 },
    ],
    dueThisWeek: 3,
    overdue: 1,
    supervised: 0,
    overdueBy: [{ org: { zh: '华阳镇总工会', en: 'Huayang Township' }, count: 1 }],
    rates: { contactsDue: 3, contactsInTime: 2, rated: 1, solved: 1, partly: 0, satisfied: 1 },
    categories: [
      { category: 'wages', week: 3, before: 1 },
      { category: 'hours', week: 1, before: 0 },
    ],
  })
})

const hours = { category: 'hours' } as const

async function contacted(at: string, held: { id: string }) {
  succeeded(await here.at(at).does('officer', held, 'write', { body: 'We are on it.' }))
}

/** A case whose worker rates two answers in one week, and whose last word is that it is solved. */
async function answeredTwice() {
  const held = await here.at('2026-09-21T02:00:00Z').given('investigating')
  const first = here.at('2026-11-16T02:00:00Z')
  succeeded(await first.does('handler', held, 'start_draft'))
  await answer(first, held)
  const unsolved = { solved: 'not_solved', satisfied: 'not_satisfied' } as const
  succeeded(await here.at('2026-11-17T02:00:00Z').workerDoes(held, 'rate_unsolved', unsolved))
  const again = here.at(lastWeek)
  succeeded(await again.workerDoes(held, 'reopen', { reason: 'Nothing was paid.' }))
  succeeded(await again.does('officer', held, 'dispatch', { handlerId: 'otherHandler' }))
  succeeded(await again.does('otherHandler', held, 'sign_for'))
  succeeded(await again.does('otherHandler', held, 'start_draft'))
  await answer(again, held, 'otherHandler')
  const solved = { solved: 'solved', satisfied: 'basically' } as const
  succeeded(await here.at('2026-11-20T02:00:00Z').workerDoes(held, 'rate_solved', solved))
}

async function answer(
  town: Town,
  held: { id: string },
  drafter: 'handler' | 'otherHandler' = 'handler',
): Promise<void> {
  const draft = { body: 'The wages are paid.', outcome: 'supported' } as const
  succeeded(await town.does(drafter, held, 'submit_draft', draft))
  succeeded(await town.does('head', held, 'approve'))
  succeeded(await town.does('deputy', held, 'sign'))
}

test('what is under supervision is counted, with the days of the longest', async () => {
  await here.at('2026-11-10T02:00:00Z').file()
  await here.at('2026-11-12T03:00:00Z').strike()
  await here.at('2026-11-19T02:00:00Z').file()
  await here.at('2026-11-21T03:00:00Z').strike()
  await write()
  expect(await dataFor('head')).toMatchObject({ supervised: 2, supervisedDays: 10 })
  expect(await dataFor('stranger')).not.toHaveProperty('supervised')
})

test('each reader is told what waits for him, though those of one reach share all other figures', async () => {
  const held = await here.at(lastWeek).given('dispatched')
  await here.at(dayBefore).file()
  await write()
  const [his, others, duty] = await Promise.all(['handler', 'otherHandler', 'officer'].map(dataFor))
  expect(his?.turns).toMatchObject({ count: 1, overdue: 1, first: [{ id: held.id, isLate: true }] })
  expect(others?.turns).toEqual({ count: 0, overdue: 0, first: [] })
  expect(duty?.turns?.count).toBe(1)
  expect({ ...his, turns: null, staffId: '' }).toEqual({ ...others, turns: null, staffId: '' })
})

test('what waits for the worker is open, but neither due nor overdue', async () => {
  // His windows of ten days: one ends on this Monday, the other was over on Friday.
  await here.at('2026-11-13T02:00:00Z').given('replied')
  await here.at('2026-11-10T02:00:00Z').given('needs_info')
  await write()
  expect(await dataFor('head')).toMatchObject({
    open: [
      { state: 'needs_info', count: 1 },
      { state: 'replied', count: 1 },
    ],
    dueThisWeek: 0,
    overdue: 0,
    overdueBy: [],
  })
})

test('a case filed past the union is in the figures of the level above, not of the union', async () => {
  await here.person('unionHandler', [['handler', 'union']])
  await here.at(lastWeek).file({ ...atUnit, bypassesUnit: true })
  await writeAll()
  expect(await digestsOf('head')).toMatchObject([{ status: 'pending' }])
  expect(await digestsOf('unionHandler')).toMatchObject([{ status: null }])
})

test('a strictly kept case counts for those named for its category only', async () => {
  await here.person('named', [['handler', 'federation']], ['harassment'])
  await here.person('other', [['chair', 'federation']], ['mental'])
  await here.at(lastWeek).file({ category: 'harassment' })
  await writeAll()
  expect(await digestsOf('named')).toMatchObject([{ status: 'pending' }])
  for (const id of ['other', ...readers()]) expect(await digestsOf(id)).toMatchObject([{ status: null }])
})

test('whoever stands aside from a case has figures without it', async () => {
  const last = here.at(lastWeek)
  const held = await last.file()
  await last.file()
  succeeded(await last.does('countyOfficer', held, 'recuse'))
  await writeAll()
  expect((await dataFor('countyOfficer')).filed).toBe(1)
  expect((await dataFor('countyHandler')).filed).toBe(2)
})

test('one that cannot be written holds up no other; the next run writes it, and for nobody twice', async () => {
  const everybody: string[] = readers()
  for (let number = 10; number < 30; number += 1) {
    const { id } = await here.person(`cadre-${number}`, [['handler', 'federation']], strictOf(number))
    everybody.push(id)
  }
  await here.at(lastWeek).file()
  let inserts = 0
  const failing = new Proxy(here.db, {
    get(target, key) {
      if (key === 'insert' && inserts++ === 3) throw new Error('overloaded')
      return Reflect.get(target, key)
    },
  })
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await writeDigests(here.at(monday).with({ db: failing }).scene)
  expect(silent).toHaveBeenCalledOnce()
  silent.mockRestore()
  const written = async () => (await here.notices()).filter(({ kind }) => kind === 'digest')
  const before = (await written()).length
  // Of the seven that a run writes, each read by one or more.
  expect(before).toBeGreaterThanOrEqual(6)
  expect(before).toBeLessThan(everybody.length)
  await writeAll()
  expect((await written()).map(({ to }) => to).sort()).toEqual(everybody.sort())
})

test('one run fits in one invocation of the free plan, and people of the same reach are counted once', async () => {
  for (let number = 10; number < 40; number += 1) {
    await here.person(`same-${number}`, [['handler', 'township']])
    await here.person(`own-${number}`, [['handler', 'federation']], strictOf(number))
  }
  await here.at(lastWeek).file()
  const { counted, statements } = countingStatements(env.DB)
  const scene = here.at(monday).with({ db: openDb(counted) }).scene
  expect(await writeDigests(scene)).toEqual({ written: true, more: true })
  expect(statements()).toBeLessThanOrEqual(45)
  const same = (await here.notices()).filter(({ to }) => to.startsWith('same-'))
  expect(same).toHaveLength(30)
})

/** As the queue does: run after run, until nobody is left. */
async function writeAll() {
  while ((await write()).more);
}

/** A different set of categories for each number. */
function strictOf(number: number): Category[] {
  const all = ['harassment', 'mental', 'conduct', 'wages', 'hours', 'leave'] as const
  return all.filter((_, at) => (number >> at) & 1)
}
