import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { candidates } from '../../src/cases/grievance/dispatching.ts'
import { answeredByTownship, appealedToCounty } from '../support/town/deciding.ts'
import { atUnit } from '../support/town/places.ts'
import { type Held, succeeded, type Town, town, type Who } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const reason = 'Not right.'
const draft = { body: 'It stands.', outcome: 'supported' } as const
const refused = { ok: false, why: 'not_allowed' }

const namesFor = async (who: Who, held: Held) =>
  (await candidates(here.scene, await here.load(who, held))).map(({ id }) => id)

/** An answer that the county gives itself: its handler, its head, its deputy. */
async function answeredByCounty(held: Held) {
  succeeded(await here.does('countyHandler', held, 'submit_draft', draft))
  succeeded(await here.does('countyHead', held, 'approve'))
  succeeded(await here.does('deputy', held, 'sign'))
}

// First, for later others move in who could take it.
test('what he is barred from waits for others, and with nobody else the administrators are told', async () => {
  const held = await here.given('sign_off')
  const only = await here.person('onlySigner', [
    ['deputy_chair', 'township'],
    ['duty_officer', 'township'],
  ])
  succeeded(await here.does(only, held, 'sign'))
  for (const who of ['countyOfficer', 'secondOfficer'] as const)
    succeeded(await here.does(who, held, 'recuse', { reason: 'A friend.' }))
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'duty_officer', holderOrgId: null })
  const told = (await here.notices()).filter(({ caseId, kind }) => caseId === held.id && kind === 'alarm')
  expect(told.map(({ to }) => to)).toEqual(['administrator'])
})

test('what the township answered is reviewed by the county, and by nobody who decided it', async () => {
  const held = await appealedToCounty(here)
  expect(await here.caseOf(held)).toMatchObject({
    state: 'under_review',
    orgId: 'federation',
    holderRole: 'duty_officer',
    holderOrgId: 'federation',
    toCity: false,
    appeals: 1,
  })
  succeeded(await here.does('countyOfficer', held, 'take_review', { handlerId: 'countyHandler' }))
  await answeredByCounty(held)
  expect((await here.caseOf(held)).state).toBe('replied')
})

test('signed by the county, it is for the federation above the county, wherever it was drafted', async () => {
  const held = await here.given('replied')
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ state: 'under_review', orgId: 'federation', toCity: true })
  expect(await here.mayDo('countyOfficer', held)).toContain('escort')
  expect(await here.mayDo('countyOfficer', held)).not.toContain('take_review')
  succeeded(await here.does('countyOfficer', held, 'escort', { handlerId: 'countyHandler' }))
  expect(await here.caseOf(held)).toMatchObject({ state: 'referred', holderId: 'countyHandler' })
  const running = (await here.dutiesOf(held)).filter(({ endedAt }) => endedAt === null)
  expect(running.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['look_in', 'review']))
  succeeded(await here.does('countyHandler', held, 'looked_in', { reason: 'They read it.' }))
})

test('an answer of a union inside the employer is reviewed outside of it', async () => {
  const all = await here.person('everybody', [
    ['duty_officer', 'union'],
    ['handler', 'union'],
  ])
  const head = await here.person('unitHead', [['department_head', 'union']])
  const chair = await here.person('unitChair', [['chair', 'union']])
  const held = await here.file(atUnit)
  succeeded(await here.does(all, held, 'accept'))
  succeeded(await here.does(all, held, 'dispatch', { handlerId: all.id }))
  succeeded(await here.does(all, held, 'sign_for'))
  succeeded(await here.does(all, held, 'start_draft'))
  succeeded(await here.does(all, held, 'submit_draft', draft))
  succeeded(await here.does(head, held, 'approve'))
  succeeded(await here.does(chair, held, 'sign'))
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ orgId: 'township', toCity: false })
  expect(await here.sees(chair, held)).toBe(false)
})

test('the highest decides, also where he holds his role below as well', async () => {
  const both = await here.person('deputyOfBoth', [
    ['deputy_chair', 'township'],
    ['deputy_chair', 'federation'],
  ])
  const held = await here.given('sign_off')
  succeeded(await here.does(both, held, 'sign'))
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  expect((await here.caseOf(held)).toCity).toBe(true)
})

test('whoever decided it before does not decide it again, in whatever role he has by now', async () => {
  const held = await here.given('sign_off')
  const signer = await here.person('signerOfAll', [
    ['duty_officer', 'federation'],
    ['deputy_chair', 'township'],
    ['department_head', 'federation'],
    ['handler', 'federation'],
    ['deputy_chair', 'elsewhere'],
  ])
  succeeded(await here.does(signer, held, 'sign'))
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ orgId: 'federation', toCity: false })
  for (const action of ['take_review', 'escort'] as const)
    expect(await here.does(signer, held, action, { handlerId: 'countyHandler' })).toEqual(refused)
  expect(await namesFor('countyOfficer', held)).not.toContain(signer.id)
  succeeded(await here.does('countyOfficer', held, 'take_review', { handlerId: 'countyHandler' }))
  expect(await here.does(signer, held, 'reassign', { reason })).toEqual(refused)
  succeeded(await here.does('countyHandler', held, 'submit_draft', draft))
  for (const action of ['approve', 'send_back'] as const)
    expect(await here.does(signer, held, action, { reason })).toEqual(refused)
})

test('a worker appeals twice, and no third time', async () => {
  const held = await appealedToCounty(here)
  succeeded(await here.does('countyOfficer', held, 'take_review', { handlerId: 'countyHandler' }))
  await answeredByCounty(held)
  succeeded(await here.workerDoes(held, 'appeal', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ appeals: 2, toCity: true })
  expect(await namesFor('countyOfficer', held)).not.toContain('countyHandler')
  const other = await here.person('escorting', [['handler', 'federation']])
  succeeded(await here.does('countyOfficer', held, 'escort', { handlerId: other.id }))
  succeeded(await here.does(other, held, 'start_draft'))
  expect((await here.caseOf(held)).toCity).toBe(false)
  succeeded(await here.does(other, held, 'submit_draft', draft))
  const head = await here.person('secondHead', [['department_head', 'federation']])
  succeeded(await here.does(head, held, 'approve'))
  expect(await here.does('deputy', held, 'sign')).toEqual(refused)
  succeeded(await here.does('chair', held, 'sign'))
  expect(await here.workerDoes(held, 'appeal', { reason })).toEqual(refused)
})

test('withdrawn under review and taken up again, it stays above and away from those who decided', async () => {
  const held = await appealedToCounty(here)
  succeeded(await here.workerDoes(held, 'withdraw'))
  expect((await here.caseOf(held)).holderOrgId).toBe('federation')
  succeeded(await here.workerDoes(held, 'resume'))
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', orgId: 'federation' })
  const running = (await here.dutiesOf(held)).filter(({ endedAt }) => endedAt === null)
  expect(running.map(({ kind }) => kind)).toContain('review')
  expect(await namesFor('countyOfficer', held)).toEqual(expect.not.arrayContaining(['handler']))
})

test('withdrawn over a draft and taken up again, its review is due when it was before', async () => {
  const reviewOf = async (held: Held) =>
    (await here.dutiesOf(held)).find(({ kind, endedAt }) => kind === 'review' && endedAt === null)
  const held = await appealedToCounty(here)
  const due = (await reviewOf(held))?.dueAt
  const later = here.at('2026-09-30T09:00:00+08:00')
  succeeded(await later.does('countyOfficer', held, 'take_review', { handlerId: 'countyHandler' }))
  succeeded(await later.does('countyHandler', held, 'submit_draft', draft))
  succeeded(await later.workerDoes(held, 'withdraw'))
  expect(await reviewOf(held)).toBeUndefined()
  succeeded(await later.workerDoes(held, 'resume'))
  expect((await reviewOf(held))?.dueAt).toEqual(due)
  expect(due).toBeDefined()
})

test('an objection goes above the two who declined, and they are barred from it', async () => {
  const held = await here.given('declined')
  succeeded(await here.workerDoes(held, 'object', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ state: 'triage', orgId: 'federation', toCity: false })
  const bold = await here.file()
  succeeded(await here.does('officer', bold, 'propose_decline', { reason }))
  succeeded(await here.does('secondOfficer', bold, 'agree_decline'))
  succeeded(await here.workerDoes(bold, 'object', { reason }))
  expect(await here.caseOf(bold)).toMatchObject({ orgId: 'federation', toCity: true })
  expect(await here.does('secondOfficer', bold, 'escort', { handlerId: 'countyHandler' })).toEqual(refused)
  succeeded(await here.does('countyOfficer', bold, 'escort', { handlerId: 'countyHandler' }))
  succeeded(
    await here.does('countyHandler', bold, 'resume_handling', { reason: 'The city says it is ours.' }),
  )
  const running = (await here.dutiesOf(bold)).filter(({ endedAt }) => endedAt === null)
  expect(running.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['finish', 'limit']))
})

test('a reopened case may be signed by the same as before; that is no appeal', async () => {
  const held = await answeredByTownship(here)
  succeeded(await here.workerDoes(held, 'reopen', { reason }))
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: 'otherHandler' }))
  succeeded(await here.does('otherHandler', held, 'sign_for'))
  succeeded(await here.does('otherHandler', held, 'start_draft'))
  succeeded(await here.does('otherHandler', held, 'submit_draft', draft))
  succeeded(await here.does('head', held, 'approve'))
})
