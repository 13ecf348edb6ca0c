import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

const at = (time: string) => here.at(`${time}:00+08:00`)

/** Lets the clock strike, and says which watchers it told now. */
async function toldAt(time: string): Promise<string[]> {
  const told = async () => (await here.notices()).filter(({ kind }) => kind === 'supervised')
  const before = (await told()).length
  await at(time).strike()
  return (await told()).slice(before).map(({ to }) => to)
}

test('supervision that starts by itself is told to its supervisor at eight of the next working day, once', async () => {
  const first = await here.file()
  await here.file()
  expect(await toldAt('2026-09-22T10:00')).toEqual([])
  expect((await here.caseOf(first)).supervisedAt).not.toBeNull()
  expect(await toldAt('2026-09-23T07:00')).toEqual([])
  expect(await toldAt('2026-09-23T08:00')).toEqual(['supervisor'])
  const mail = (await here.notices()).find(({ kind }) => kind === 'supervised')
  expect(mail).toMatchObject({ event: '2026-09-23', data: { count: 2 }, status: 'pending' })
  for (const time of ['2026-09-23T09:00', '2026-09-24T08:00', '2026-09-28T08:00'])
    expect(await toldAt(time)).toEqual([])
})

test('a worker who complains again is told of in the same way, and over a weekend on Monday', async () => {
  await here.at('2026-10-16T15:00:00+08:00').given('reopened')
  expect(await toldAt('2026-10-17T09:00')).toEqual([])
  expect(await toldAt('2026-10-19T08:00')).toEqual(['supervisor'])
})

test('danger is told at once, and case by case', async () => {
  const held = await here.at('2026-09-25T20:00:00+08:00').file({ danger: true })
  expect(await toldAt('2026-09-25T23:00')).toEqual(['supervisor'])
  expect(await toldAt('2026-09-26T00:00')).toEqual([])
  const mail = (await here.notices()).find(({ kind }) => kind === 'supervised')
  expect(mail).toMatchObject({ caseId: held.id, data: { cases: [{ id: held.id }] } })
})

test('supervision by a person is not told as if it had started by itself', async () => {
  const held = await here.file()
  await here.does('officer', held, 'write', { body: 'We have it.', key: 'a' })
  await here.does('chair', held, 'supervise', { reason: 'Press on.' })
  expect(await toldAt('2026-09-22T08:00')).toEqual([])
})

test('where no supervisor sees it, the level above watches', async () => {
  await here.person('namedChair', [['chair', 'federation']], ['harassment'])
  await here.person('namedHead', [['department_head', 'township']], ['harassment'])
  await here.file({ category: 'harassment', danger: false })
  expect(await toldAt('2026-09-23T08:00')).toEqual(['namedChair'])
})
