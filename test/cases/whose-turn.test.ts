import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { reachOf } from '../../src/cases/sight.ts'
import { noTurns, turnsOf } from '../../src/cases/whose-turn.ts'
import { myWork } from '../../src/cases/worklist.ts'
import { openDb } from '../../src/db/client.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { explaining } from '../support/plans.ts'
import { townAnew } from '../support/town/anew.ts'
import { names } from '../support/town/people.ts'
import { days } from '../support/town/times.ts'
import { succeeded, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

const of = async (staff: Staff, town = here, named = 5) => {
  const found = await turnsOf(town.db, [staff.id], reachOf(staff), { now: town.scene.now, named })
  return found.get(staff.id) ?? noTurns
}

test('what waits for a person is counted as his desk lists it, whoever he is and whatever there is', async () => {
  const others = [
    await here.person('named', [['duty_officer', 'township']], ['harassment']),
    await here.person('townChair', [['chair', 'township']]),
  ]
  for (const state of [
    'triage',
    'declined',
    'dispatched',
    'drafting',
    'in_review',
    'sign_off',
    'replied',
  ] as const)
    await here.given(state)
  await here.file({ category: 'harassment' })
  const asked = await here.given('investigating')
  succeeded(
    await here.does('handler', asked, 'ask_extension', { days: 20, reason: 'The books are not here yet.' }),
  )
  const written = await here.given('investigating')
  await here.workerDoes(written, 'write_to_union', { body: 'Any news?', key: 'a' })
  const over = await here.given('closed')
  await here.workerDoes(over, 'write_to_union', { body: 'It came back.', key: 'b' })
  const aside = await here.given('triage')
  succeeded(await here.does('officer', aside, 'recuse'))

  const people = [...names.map((name) => here.people[name]), ...others]
  const counts = await Promise.all(
    people.map(async (staff) => {
      const { cases, unread } = await myWork(here.db, staff, { limit: 100 })
      const listed = new Set([...cases, ...unread].map(({ id }) => id))
      const { count, first } = await of(staff, here, 100)
      expect(new Set(first.map(({ id }) => id)), staff.name).toEqual(listed)
      return count
    }),
  )
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(5)
})

test('people who read the same are counted in one statement, each for himself, by the most urgent first', async () => {
  const first = await here.given('dispatched')
  const second = await here.at(days(1)).given('dispatched')
  const found = await turnsOf(here.db, ['handler', 'otherHandler', 'officer'], reachOf(here.people.handler), {
    now: days(2),
    named: 1,
  })
  expect(found.get('handler')).toEqual({
    count: 2,
    overdue: 1,
    first: [{ id: first.id, number: first.number, isLate: true }],
  })
  expect([second.number, found.get('otherHandler')]).toEqual([second.number, undefined])
})

test('nobody walks through the cases of the county for it: each way has an index of its own', async () => {
  await here.given('dispatched')
  const { explained, walks } = explaining(env.DB)
  const people = ['handler', 'chair']
  await turnsOf(openDb(explained), people, reachOf(here.people.chair), { now: days(1), named: 5 })
  expect(await walks()).toEqual([])
})
