import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { recount } from '../../../src/cases/clock/recounting.ts'
import { calendarOf } from '../../../src/orgs/calendar.ts'
import { knownYear } from '../../../src/orgs/holidays.ts'
import { type Town, town } from '../../support/town/town.ts'

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
  expect(await recount(late.scene)).toBe(0)

  const years = [knownYear(2026), { year: 2027, daysOff: ['01-01'], daysWorked: [] }]
  const calendar = calendarOf(years.filter((year) => year !== null))
  const scene = { ...late.scene, rules: { ...late.scene.rules, calendar } }
  expect(await recount(scene)).toBe(1)
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
  expect(await recount(scene)).toBe(0)
})
