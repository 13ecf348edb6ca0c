import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import type { Statement } from '../../src/db/client.ts'
import { type Told, tell } from '../../src/engine/telling.ts'
import { planOf } from '../support/query-plan.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

const telling = (who: Told, { id }: Pick<Held, 'id'> = { id: 'a' }) =>
  tell(here.scene, id, { who, notice: 'urgent_case' }, 1)

/** Who has a notice of a case once it was told to those who have it. */
async function holdersOf(held: Held): Promise<string[]> {
  await here.db.batch(telling('holders', held) as [Statement, ...Statement[]])
  const urgent = (await here.notices()).filter(({ kind }) => kind === 'urgent_case')
  return urgent.map(({ to }) => to).sort()
}

test('a case that waits for a role is told to those who hold it where the case waits, and to nobody else', async () => {
  const second = await here.person('secondHere', [
    ['duty_officer', 'township'],
    ['duty_officer', 'federation'],
  ])
  await here.person('officerOfUnion', [['handler', 'township']])
  expect(await holdersOf(await here.file())).toEqual(['officer', second.id])
})

test('a case that one person has is told to him alone, whatever else he holds', async () => {
  const handler = await here.person('handlerAndOfficer', [
    ['handler', 'township'],
    ['duty_officer', 'township'],
  ])
  const held = await here.given('accepted')
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: handler.id }))
  expect(await holdersOf(held)).toEqual([handler.id])
})

test('a case that waits for the worker is told to nobody', async () => {
  expect(await holdersOf(await here.given('needs_info'))).toEqual([])
})

const everyone: Told[] = ['holders', 'overseers', 'administrators_if_nobody']

test.each(everyone)('finding whom to tell, and delivering it, walks through no table: %s', async (who) => {
  const statements = telling(who)
  expect(statements).toHaveLength(4)
  for (const statement of statements)
    expect(await planOf(env.DB, statement)).not.toContainEqual(expect.stringMatching(/^SCAN/))
})
