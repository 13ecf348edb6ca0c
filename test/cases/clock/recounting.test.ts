import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { recount } from '../../../src/cases/clock/recounting.ts'
import { openDb } from '../../../src/db/client.ts'
import { calendarOf } from '../../../src/orgs/calendar.ts'
import { knownYear } from '../../../src/orgs/holidays.ts'
import { countingStatements } from '../../support/counting-statements.ts'
import { multiply } from '../../support/multiplying.ts'
import { type Held, type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

test('a provisional date is computed again when the holidays of its year are loaded', async () => {
  const late = here.at('2026-12-31T09:00:00+08:00')
  const { id } = await late.file()
  expect(await here.caseOf({ id })).toMatchObject({
    dutyKind: 'contact',
  })
  const triage = async () => (await here.dutiesOf({ id })).find(({ kind }) => kind === 'triage')
  expect(await triage()).toMatchObject({
    provisional: true,
    dueAt: new Date('2027-01-01T23:59:59+08:00'),
  })
  expect((await recount(late.scene)).moved).toBe(0)

  const { scene } = nextYearIsLoaded(late)
  // And the fifteen days of the decision.
  expect((await recount(scene)).moved).toBe(2)
  expect(await triage()).toMatchObject({
    provisional: false,
    dueAt: new Date('2027-01-04T23:59:59+08:00'),
  })
  await late.does('officer', { id }, 'write', { body: 'We have it.', key: 'a' })
  expect(await here.caseOf({ id })).toMatchObject({
    dutyKind: 'triage',
    provisional: false,
    dueAt: new Date('2027-01-04T23:59:59+08:00'),
  })
  expect((await recount(scene)).moved).toBe(0)
})

test('a hundred dates are computed again by as many statements as one, and the next run computes the rest', async () => {
  const late = here.at('2026-12-31T09:00:00+08:00')
  await late.file()
  const statementsOf = async () => {
    const { counted, statements } = countingStatements(env.DB)
    const again = nextYearIsLoaded(late.with({ db: openDb(counted) }))
    return { ...(await recount(again.scene)), statements: statements() }
  }
  const { statements } = await statementsOf()
  await here.forgetCases()
  await multiply(env.DB, await late.file(), 60)
  expect(await statementsOf()).toEqual({ moved: 100, more: true, statements })
  expect(await statementsOf()).toEqual({ moved: 22, more: false, statements })
  expect((await statementsOf()).moved).toBe(0)
})

test('a hundred dates of as many cases are computed again in one run', async () => {
  const late = here.at('2026-12-31T09:00:00+08:00')
  const held = await late.file()
  await env.DB.prepare(`update duties set provisional = 0 where case_id = ? and kind <> 'triage'`)
    .bind(held.id)
    .run()
  await multiply(env.DB, held, 119)
  const { scene } = nextYearIsLoaded(late)
  expect(await recount(scene)).toEqual({ moved: 100, more: true })
  expect(await recount(scene)).toEqual({ moved: 20, more: false })
})

test('of what runs by one process and by another, each is computed again by its own', async () => {
  const late = here.at('2026-12-31T09:00:00+08:00')
  const held = await late.file()
  const entry = await late.given('received')
  expect((await recount(nextYearIsLoaded(late).scene)).moved).toBe(3)
  const due = async (of: Pick<Held, 'id'>, kind: string) =>
    (await here.dutiesOf(of)).find((duty) => duty.kind === kind)?.dueAt
  expect(await due(held, 'triage')).toEqual(new Date('2027-01-04T23:59:59+08:00'))
  expect(await due(entry, 'viewing')).toEqual(new Date('2027-01-05T23:59:59+08:00'))
  expect((await here.caseOf(entry)).dueAt).toEqual(new Date('2027-01-05T23:59:59+08:00'))
})

function nextYearIsLoaded(then: Town): Town {
  const years = [knownYear(2026), { year: 2027, daysOff: ['01-01'], daysWorked: [] }]
  const calendar = calendarOf(years.filter((year) => year !== null))
  return then.with({ rules: { ...then.scene.rules, calendar } })
}
