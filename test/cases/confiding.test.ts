import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '../../src/orgs/staff.ts'
import { atUnit } from '../support/town/places.ts'
import { type Town, town } from '../support/town/town.ts'

let here: Town
let carer: Staff
beforeAll(async () => {
  here = await town(env.DB)
  carer = await here.person('carer', [['duty_officer', 'township']], ['mental'])
})

const toCarers = { confidedTo: 'mental', reason: 'He speaks of ending his life.' } as const

test('a case that turns out to be for few is seen by the named people alone, and they have it', async () => {
  const held = await here.file()
  expect(await here.does('officer', held, 'confide', toCarers)).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({
    category: 'wages',
    state: 'triage',
    secrecy: 'strict',
    confidedTo: 'mental',
    holderRole: 'duty_officer',
    holderOrgId: 'township',
  })
  expect([await here.sees('officer', held), await here.sees(carer, held)]).toEqual([false, true])
  expect(await here.does(carer, held, 'accept', { category: 'hours' })).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({ category: 'hours', confidedTo: 'mental' })
})

test('it leaves the union inside the employer by that', async () => {
  const local = await here.person('local', [['duty_officer', 'union']])
  const held = await here.file(atUnit)
  expect(await here.does(local, held, 'confide', toCarers)).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({ orgId: 'township', holderOrgId: 'township' })
})

test('it takes a reason, a strict category, and another one than before', async () => {
  const held = await here.file({ category: 'mental' })
  const tries = [
    [{ confidedTo: 'conduct' }, 'reason_missing'],
    [{ ...toCarers, confidedTo: 'wages' }, 'invalid'],
    [{ ...toCarers, confidedTo: undefined }, 'invalid'],
    [toCarers, 'invalid'],
  ] as const
  for (const [input, why] of tries)
    expect(await here.does(carer, held, 'confide', input)).toEqual({ ok: false, why })
  expect(await here.caseOf(held)).toMatchObject({ confidedTo: 'mental', turn: 2 })
})

test('where nobody is named for it the administrators are told', async () => {
  const held = await here.file()
  await here.does('officer', held, 'confide', { confidedTo: 'conduct', reason: 'It is about our chair.' })
  const told = (await here.notices()).filter(({ caseId }) => caseId === held.id)
  expect(told).toMatchObject([{ kind: 'alarm', to: 'administrator' }])
})

test('for conduct it goes above those whom it concerns, as one that is accepted as conduct does', async () => {
  const held = await here.file(atUnit)
  const warned = { confidedTo: 'conduct', reason: 'It is about the chair of the township.' } as const
  expect(await here.does('officer', held, 'confide', warned)).toEqual({ ok: true })
  expect(await here.caseOf(held)).toMatchObject({ orgId: 'federation', bypassesUnit: true })
})
