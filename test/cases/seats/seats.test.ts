import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { inAll } from '../../../src/forms/quota-keys.ts'
import { type Held, succeeded, type Town, town } from '../../support/town/town.ts'
import { atSite, evening, morning, signingUpIn } from './seats.ts'

let here: Town
let there: ReturnType<typeof signingUpIn>
beforeAll(async () => {
  here = await town(env.DB)
  there = signingUpIn(here)
})
beforeEach(() => there.clear())

const cancel = async (held: Held) => succeeded(await here.workerDoes(held, 'cancel'))
const signedUp = async (how?: Parameters<typeof there.signUp>[0]): Promise<Held> => {
  const held = await there.signUp(how)
  if (!held) throw new Error('There was no place')
  return held
}

test('a form that counts nothing takes everybody, and nobody has a place or waits', async () => {
  expect(await there.seatOf(await signedUp())).toBeNull()
  expect(await there.all()).toEqual([])
})

test('the last place is the last, and without a waiting list the next one is turned away', async () => {
  await there.limit(2)
  expect(await there.seatOf(await signedUp())).toBe('has')
  expect(await there.seatOf(await signedUp())).toBe('has')
  expect(await there.signUp()).toBeNull()
  expect(await there.takenOf(inAll)).toBe(2)
})

test('who was not told that he may have to wait is asked first', async () => {
  await there.limit(1, true)
  await signedUp()
  expect(await there.signUp({ mayWait: false })).toBeNull()
  expect(await there.seatOf(await signedUp({ mayWait: true }))).toEqual({ waits: 1 })
})

test('the same form sent twice takes one place, also where it was the last', async () => {
  await there.limit(1)
  const [one, other] = await Promise.all([signedUp({ key: 'twice' }), signedUp({ key: 'twice' })])
  expect(one.id).toBe(other.id)
  expect(await there.takenOf(inAll)).toBe(1)
})

test('a place that is given back is the first one’s who waits, and he is told', async () => {
  await there.limit(1, true)
  const [first, second, third] = [await signedUp(), await signedUp(), await signedUp()]
  expect(await there.seatOf(third)).toEqual({ waits: 2 })
  await cancel(first)
  expect(await there.seatOf(first)).toBeNull()
  expect(await there.seatOf(second)).toBe('has')
  expect(await there.seatOf(third)).toEqual({ waits: 1 })
  expect((await here.historyOf(second)).map(({ action }) => action)).toContain('get_place')
  expect((await here.historyOf(third)).map(({ action }) => action)).not.toContain('get_place')
})

test('who leaves twice at once gives one place back', async () => {
  await there.limit(1, true)
  const first = await signedUp()
  const waiting = [await signedUp(), await signedUp()]
  await Promise.all([here.workerDoes(first, 'cancel'), here.workerDoes(first, 'cancel')])
  expect(await Promise.all(waiting.map(there.seatOf))).toEqual(['has', { waits: 1 }])
  expect(await there.takenOf(inAll)).toBe(1)
})

test('who waits and leaves frees nothing, and those behind him move up', async () => {
  await there.limit(1, true)
  const [first, second, third] = [await signedUp(), await signedUp(), await signedUp()]
  await cancel(second)
  expect(await there.seatOf(first)).toBe('has')
  expect(await there.seatOf(third)).toEqual({ waits: 1 })
})

test('an officer who takes somebody off the list says why, and the next one has the place', async () => {
  await there.limit(1, true)
  const [first, second] = [await signedUp(), await signedUp()]
  expect(await here.does('officer', first, 'take_off')).toMatchObject({ why: 'reason_missing' })
  succeeded(await here.does('officer', first, 'take_off', { reason: 'He signed up twice.' }))
  expect(await there.seatOf(second)).toBe('has')
})

test('a place is had only where all that is wanted has room: in all, at the site, of the option', async () => {
  await there.limit(10, true)
  await there.limitAtSite(1)
  await there.limitOption(morning, 1)
  const wants = [inAll, atSite, morning]
  const first = await signedUp({ wants })
  const waiting = await signedUp({ wants: [inAll, morning] })
  const another = await signedUp({ wants: [inAll, evening] })
  expect(await there.seatOf(waiting)).toEqual({ waits: 1 })
  expect(await there.seatOf(another)).toBe('has')
  expect(await there.takenOf(morning)).toBe(1)
  expect(await there.takenOf(inAll)).toBe(2)
  await cancel(first)
  expect(await there.seatOf(waiting)).toBe('has')
  expect([await there.takenOf(atSite), await there.takenOf(morning), await there.takenOf(inAll)]).toEqual([
    0, 1, 2,
  ])
})

test('who waits for what is still full is passed over, and stays the first of those who want it', async () => {
  await there.limit(3, true)
  await there.limitOption(morning, 1)
  const early = [inAll, morning]
  const first = await signedUp({ wants: early })
  const other = await signedUp({ wants: [inAll, evening] })
  await signedUp({ wants: [inAll, evening] })
  const waiting = [
    await signedUp({ wants: early }),
    await signedUp({ wants: early }),
    await signedUp({ wants: [inAll, evening] }),
  ]
  await cancel(other)
  expect(await Promise.all(waiting.map(there.seatOf))).toEqual([{ waits: 1 }, { waits: 2 }, 'has'])
  await cancel(first)
  expect(await Promise.all(waiting.map(there.seatOf))).toEqual(['has', { waits: 1 }, 'has'])
})

test('more places are for those who wait, in their order; fewer take nobody’s away', async () => {
  await there.limit(1, true)
  const all = [await signedUp(), await signedUp(), await signedUp(), await signedUp()]
  await there.limit(3, true)
  expect(await Promise.all(all.map(there.seatOf))).toEqual(['has', 'has', 'has', { waits: 1 }])
  await there.limit(1, true)
  expect(await Promise.all(all.map(there.seatOf))).toEqual(['has', 'has', 'has', { waits: 1 }])
  await there.limit(null)
  expect(await Promise.all(all.map(there.seatOf))).toEqual(['has', 'has', 'has', 'has'])
  expect(await there.seatOf(await signedUp())).toBeNull()
})

test('who signed up before anything was counted has a place', async () => {
  const before = [await signedUp(), await signedUp()]
  await there.limit(3)
  expect(await Promise.all(before.map(there.seatOf))).toEqual(['has', 'has'])
  expect(await there.takenOf(inAll)).toBe(2)
  await signedUp()
  expect(await there.signUp()).toBeNull()
})

test('whoever is done with keeps his place, and so does who has his words deleted', async () => {
  await there.limit(1, true)
  const [first, second] = [await signedUp(), await signedUp()]
  succeeded(await here.does('officer', first, 'see'))
  succeeded(await here.does('officer', first, 'finish'))
  succeeded(await here.workerDoes(first, 'erase_words'))
  expect(await there.seatOf(first)).toBe('has')
  expect(await there.seatOf(second)).toEqual({ waits: 1 })
})

test('of somebody whose words are deleted nobody knows what he chose, and his place stays counted', async () => {
  await there.limit(5)
  await there.limitOption(morning, 1)
  const held = await signedUp({ wants: [inAll, atSite, morning] })
  succeeded(await here.workerDoes(held, 'erase_words'))
  const wantsOf = async (id: string) => (await there.all()).find(({ caseId }) => caseId === id)?.wants
  expect(await wantsOf(held.id)).toEqual([inAll, atSite])
  expect((await there.all()).map(({ wants }) => wants)).toContainEqual([morning])
  expect(await there.signUp({ wants: [inAll, morning] })).toBeNull()
  await cancel(held)
  expect([await there.takenOf(inAll), await there.takenOf(morning)]).toEqual([0, 1])
})

test('who waits and deletes his words still gets his place, and then nobody knows of what', async () => {
  await there.limit(5, true)
  await there.limitOption(morning, 1)
  const [first, second] = [
    await signedUp({ wants: [inAll, morning] }),
    await signedUp({ wants: [inAll, morning] }),
  ]
  succeeded(await here.workerDoes(second, 'erase_words'))
  expect(await there.seatOf(second)).toEqual({ waits: 1 })
  await cancel(first)
  expect(await there.seatOf(second)).toBe('has')
  expect((await there.all()).find(({ caseId }) => caseId === second.id)?.wants).toEqual([inAll])
  expect([await there.takenOf(inAll), await there.takenOf(morning)]).toEqual([1, 1])
  expect(await there.seatOf(await signedUp({ wants: [inAll, morning] }))).toEqual({ waits: 1 })
})

test('a number that is set anew counts whose cases are archived, and not who had left or waited', async () => {
  const finished = [
    { by: 'officer', action: 'see' },
    { by: 'officer', action: 'finish' },
  ] as const
  const [before, gone] = [await signedUp(), await signedUp()]
  await here.live(before, [...finished])
  await cancel(gone)
  await here.live(before, [{ by: 'years' }])
  await there.limit(2, true)
  await there.limitOption(morning, 5)
  const [has, waits] = [await signedUp({ wants: [inAll, atSite, morning] }), await signedUp()]
  await here.live(has, [...finished])
  await here.live(waits, [...finished, { by: 'years' }])
  expect(await there.takenOf(inAll)).toBe(2)

  await there.limit(null)
  await there.limit(2)
  await there.limitAtSite(2)
  expect([await there.takenOf(inAll), await there.takenOf(atSite)]).toEqual([2, 2])
  expect(await there.signUp()).toBeNull()
  const wanted = (await there.all()).map(({ wants }) => wants.join())
  expect(wanted.sort()).toEqual(['', [inAll, atSite].join(), [inAll, atSite].join(), morning].sort())
})
