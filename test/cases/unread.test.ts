import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { listCases } from '../../src/cases/listing-cases.ts'
import { readByStaff } from '../../src/cases/reading.ts'
import { myWork } from '../../src/cases/worklist.ts'
import { townAnew } from '../support/town/anew.ts'
import { days } from '../support/town/times.ts'
import { type Held, type Name, succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

const writes = async (held: Held, body = 'And what now?', at = here) =>
  succeeded(await at.workerDoes(held, 'write_to_union', { body, key: 'a' }))
const toRead = async (who: Name) =>
  (await myWork(here.db, here.people[who], {})).unread.map(({ number }) => number)
const opens = async (who: Name, held: Held) =>
  readByStaff(here.scene, here.people[who], await here.load(who, held))
const isUnread = async (held: Held) => (await here.caseOf(held)).readBy !== null

async function merged(into: Held): Promise<Held> {
  const held = await here.file()
  succeeded(await here.does('officer', held, 'propose_merge', { number: into.number, reason: 'The same.' }))
  succeeded(await here.does('head', held, 'agree_merge'))
  return held
}

describe('what a worker writes', () => {
  test('comes first in the work of whoever has the case, until he opens it', async () => {
    const [held, other] = [await here.given('investigating'), await here.given('investigating')]
    await writes(held)
    const work = await myWork(here.db, here.people.handler, {})
    expect(work.unread.map(({ id }) => id)).toEqual([held.id])
    expect(work.cases.map(({ id }) => id)).toEqual([other.id])
    expect(await toRead('officer')).toEqual([])

    await opens('head', held)
    expect(await toRead('handler')).toEqual([held.number])
    await opens('handler', held)
    expect(await toRead('handler')).toEqual([])
    expect((await myWork(here.db, here.people.handler, {})).cases).toHaveLength(2)
  })

  test.each(['replied', 'closed', 'declined'] as const)(
    'on a case that is %s is the nearest duty officer’s, and opening it is not enough',
    async (state) => {
      const held = await here.given(state)
      await writes(held)
      expect(await toRead('officer')).toEqual([held.number])
      expect(await toRead('countyOfficer')).toEqual([])
      await opens('officer', held)
      expect(await toRead('officer')).toEqual([held.number])
      succeeded(await here.does('officer', held, 'read_messages'))
      expect(await toRead('officer')).toEqual([])
    },
  )

  test('is read by whoever answers it, in words or by a call', async () => {
    const [written, called] = [await here.given('closed'), await here.given('closed')]
    await writes(written)
    await writes(called)
    succeeded(await here.does('officer', written, 'write', { body: 'We look into it.', key: 'b' }))
    succeeded(await here.does('officer', called, 'phone', { reason: 'She only wanted to thank us.' }))
    expect([await isUnread(written), await isUnread(called)]).toEqual([false, false])
  })

  test('may have the case done again by somebody else, as long as its worker could', async () => {
    const held = await here.given('closed')
    expect(await here.mayDo('officer', held)).not.toContain('reopen_for_worker')
    await writes(held)
    expect(await here.at(days(40)).mayDo('officer', held)).not.toContain('reopen_for_worker')
    succeeded(await here.does('officer', held, 'reopen_for_worker', { reason: 'The wages were not paid.' }))
    expect(await here.caseOf(held)).toMatchObject({
      ...{ state: 'reopened', formerHandlerId: 'handler', readBy: null },
    })
  })

  test('stays unread where a second message came after the first was read', async () => {
    const held = await here.given('closed')
    await writes(held)
    const later = here.at(days(1))
    await writes(held, 'One more thing.', later)
    succeeded(await here.does('officer', held, 'read_messages'))
    expect(await isUnread(held)).toBe(true)
    succeeded(await later.does('officer', held, 'read_messages'))
    expect(await isUnread(held)).toBe(false)
  })

  test('that was read is not unread by a second tap', async () => {
    const held = await here.given('closed')
    await writes(held)
    succeeded(await here.does('officer', held, 'read_messages'))
    await writes(held)
    expect(await isUnread(held)).toBe(false)
  })

  test('is in a list of its own, within the scope of the person', async () => {
    const held = await here.given('closed')
    await writes(held)
    const listed = async (who: Name) =>
      (await listCases(here.db, here.people[who], { view: 'unread' })).cases.map(({ id }) => id)
    expect(await listed('chair')).toEqual([held.id])
    expect(await listed('stranger')).toEqual([])
  })
})

describe('what nobody reads', () => {
  const toldOn = async (day: string) =>
    (await here.notices())
      .filter(({ kind, event }) => kind === 'overdue' && event === `unread ${day}`)
      .map(({ to }) => to)
      .sort()

  test('climbs like any late duty, also where the case is closed', async () => {
    const held = await here.given('closed')
    await writes(held)
    await here.at('2026-09-23T09:00:00+08:00').strike()
    expect(await toldOn('2026-09-23')).toEqual([])
    await here.at('2026-09-24T09:00:00+08:00').strike()
    expect(await toldOn('2026-09-24')).toEqual(['head', 'officer'])
    await here.at('2026-09-28T09:00:00+08:00').strike()
    expect(await toldOn('2026-09-28')).toEqual(['deputy', 'officer'])
  })

  test('keeps the case, and reading it lets it go', async () => {
    const held = await here.given('closed')
    await writes(held)
    await here.live(held, [{ by: 'years' }])
    expect((await here.caseOf(held)).state).toBe('closed')
    succeeded(await here.does('officer', held, 'read_messages'))
    await here.live(held, [{ by: 'years' }])
    expect((await here.caseOf(held)).state).toBe('archived')
  })
})

describe('what the worker of a merged case writes', () => {
  test('is whoever’s the living case is, who is told of that and may answer', async () => {
    const living = await here.given('investigating')
    const held = await merged(living)
    await writes(held)
    expect(await toRead('handler')).toEqual([held.number])
    expect(await toRead('officer')).toEqual([])
    const told = (await here.notices()).filter(({ kind }) => kind === 'worker_wrote')
    expect(told.map(({ to, caseId }) => [to, caseId])).toEqual([['handler', living.id]])
    succeeded(await here.does('handler', held, 'write', { body: 'Your months are in it.', key: 'b' }))
    expect(await toRead('handler')).toEqual([])
  })

  test('is the duty officer’s once the living case is answered', async () => {
    const living = await here.given('sign_off')
    const held = await merged(living)
    await here.goOn(living, 'sign_off', 'closed')
    await writes(held)
    expect(await toRead('officer')).toEqual([held.number])
  })
})
