import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { historyForWorker } from '../../src/cases/history.ts'
import { days, minutes } from '../support/town/times.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

const reason = 'The roof may fall.'
const inTwoHours = minutes(60 + 120)
/** An hour after filing. */
const later = () => here.at(minutes(60))
const running = async (held: Held) =>
  Object.fromEntries(
    (await here.dutiesOf(held)).filter(({ endedAt }) => !endedAt).map(({ kind, dueAt }) => [kind, dueAt]),
  )
const told = async (held: Held) =>
  (await here.notices()).filter(({ caseId, kind }) => caseId === held.id && kind === 'urgent_case')

test('declared by hand, the worker is to be met within two hours from then, and people are told at once', async () => {
  const held = await here.file()
  succeeded(await later().does('officer', held, 'declare_danger', { reason }))
  expect(await here.caseOf(held)).toMatchObject({ danger: true, dutyKind: 'contact', dueAt: inTwoHours })
  const mails = await told(held)
  expect(mails.map(({ to }) => to).sort()).toEqual(['chair', 'officer', 'supervisor'])
  for (const { data, status } of mails) {
    expect(data).toMatchObject({ why: 'danger', contactBy: inTwoHours.getTime() })
    expect(status).toBe('pending')
  }
})

test('the worker reads that danger was declared, and why', async () => {
  const held = await here.file()
  succeeded(await later().does('head', held, 'declare_danger', { reason }))
  expect(await historyForWorker(here.scene, await here.asWorker(held))).toContainEqual(
    expect.objectContaining({ action: 'declare_danger', role: 'department_head', reason }),
  )
})

test('who was met already is met again', async () => {
  const held = await here.given('investigating')
  succeeded(await here.does('handler', held, 'write', { body: 'We come tomorrow.' }))
  succeeded(await later().does('handler', held, 'declare_danger', { reason }))
  expect(await running(held)).toMatchObject({ contact_again: inTwoHours })
  expect((await told(held)).map(({ to }) => to)).toContain('handler')
})

test('a date that is sooner, or missed already, is not moved', async () => {
  const held = await here.file({ category: 'wages' })
  const tomorrow = here.at(days(1).getTime() + 60_000)
  await tomorrow.strike()
  const before = await here.dutiesOf(held)
  succeeded(await tomorrow.does('officer', held, 'declare_danger', { reason }))
  expect(await here.dutiesOf(held)).toEqual(before.map((duty) => ({ ...duty, halfAt: null })))
  expect(await here.caseOf(held)).toMatchObject({ lamp: 'red', contactDueAt: days(1) })
})

test('while the worker has the case, the duty officers are told', async () => {
  const held = await here.given('needs_info')
  succeeded(await later().does('head', held, 'declare_danger', { reason }))
  expect((await told(held)).map(({ to }) => to)).toContain('officer')
})

test('danger is taken back by another one, with a reason, and no clock is moved by that', async () => {
  const held = await here.file()
  succeeded(await later().does('head', held, 'declare_danger', { reason }))
  expect(await later().mayDo('head', held)).not.toContain('lift_danger')
  expect(await later().mayDo('officer', held)).not.toContain('lift_danger')
  const before = await running(held)
  const over = { reason: 'The roof is propped.' }
  succeeded(await here.at(minutes(90)).does('countyHead', held, 'lift_danger', over))
  expect((await here.caseOf(held)).danger).toBe(false)
  expect(await running(held)).toEqual(before)
  expect(await historyForWorker(here.scene, await here.asWorker(held))).toContainEqual(
    expect.objectContaining({ action: 'lift_danger', ...over }),
  )
})

test('its handler does not take danger back, even where he is head as well', async () => {
  const both = await here.person('both', [
    ['handler', 'township'],
    ['department_head', 'township'],
  ])
  const held = await here.given('accepted')
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: both.id }))
  succeeded(await here.does('officer', held, 'declare_danger', { reason }))
  expect(await here.mayDo(both, held)).not.toContain('lift_danger')
})

test('declared anew after it was taken back, people are told anew', async () => {
  const held = await here.file()
  succeeded(await later().does('officer', held, 'declare_danger', { reason }))
  succeeded(await here.at(minutes(80)).does('head', held, 'lift_danger', { reason: 'A false alarm.' }))
  const before = (await told(held)).length
  succeeded(await here.at(minutes(90)).does('officer', held, 'declare_danger', { reason: 'It does fall.' }))
  expect((await told(held)).length).toBe(before * 2)
})

test('danger that was taken back does not return because a case is accepted as what it is', async () => {
  const held = await here.file({ category: 'safety' })
  succeeded(await here.does('head', held, 'lift_danger', { reason: 'The machine is stopped.' }))
  succeeded(await here.does('officer', held, 'accept', { category: 'safety' }))
  expect((await here.caseOf(held)).danger).toBe(false)
})

test('the worker says it himself, as often as he has to, and people are told once a day', async () => {
  const held = await here.given('investigating')
  succeeded(await later().workerDoes(held, 'say_danger', { reason: 'They beat us.' }))
  expect(await here.caseOf(held)).toMatchObject({ danger: true, contactDueAt: inTwoHours })
  const first = await told(held)
  expect(first.map(({ to }) => to).sort()).toEqual(['chair', 'handler', 'supervisor'])
  succeeded(await here.at(minutes(90)).workerDoes(held, 'say_danger', { reason: 'They are back.' }))
  expect(await told(held)).toEqual(first)
  expect(await running(held)).toMatchObject({ contact: inTwoHours })

  succeeded(await here.at(minutes(100)).does('handler', held, 'phone', { reason: 'He is safe.' }))
  const tomorrow = here.at(days(1).getTime() + 60_000)
  succeeded(await tomorrow.workerDoes(held, 'say_danger', { reason: 'Again.' }))
  expect((await told(held)).length).toBe(first.length * 2)
  expect(await running(held)).toMatchObject({ contact_again: new Date(days(1).getTime() + 121 * 60_000) })
})

test('a withdrawal is not confirmed before whoever said that he is in danger was met', async () => {
  const held = await here.given('withdrawn')
  succeeded(await later().workerDoes(held, 'say_danger', { reason }))
  expect(await later().mayDo('head', held)).not.toContain('confirm_withdrawal')
  succeeded(await later().does('officer', held, 'phone', { reason: 'He is safe.' }))
  succeeded(await later().does('head', held, 'confirm_withdrawal', { reason: 'He said so.' }))
})

test('said again by the worker after it was taken back, people are told anew on the same day', async () => {
  const held = await here.given('investigating')
  succeeded(await later().workerDoes(held, 'say_danger', { reason: 'They beat us.' }))
  const first = await told(held)
  succeeded(await here.at(minutes(80)).does('head', held, 'lift_danger', { reason: 'They are gone.' }))
  succeeded(await here.at(minutes(90)).workerDoes(held, 'say_danger', { reason: 'They are back.' }))
  expect(await told(held)).toHaveLength(first.length * 2)
})

test('an ended case is no place for it', async () => {
  const held = await here.given('closed')
  expect(await here.mayDo('head', held)).not.toContain('declare_danger')
  expect(await here.workerDoes(held, 'say_danger', { reason })).toEqual({ ok: false, why: 'not_allowed' })
})

test('who withdraws while in danger is met all the same, by the date that ran, and only then it is confirmed', async () => {
  const [inDanger, other] = [await here.file({ danger: true }), await here.file()]
  for (const held of [inDanger, other]) succeeded(await later().workerDoes(held, 'withdraw'))
  expect(await running(inDanger)).toMatchObject({ contact: minutes(120) })
  expect(await running(other)).not.toHaveProperty('contact')
  expect(await later().mayDo('head', inDanger)).not.toContain('confirm_withdrawal')
  succeeded(await later().does('officer', inDanger, 'phone', { reason: 'He is safe.' }))
  succeeded(await later().does('head', inDanger, 'confirm_withdrawal', { reason: 'He said so.' }))
})

test.each(['resume', 'reinstate'] as const)('by %s a contact that runs is not begun anew', async (action) => {
  const held = await here.given('investigating')
  succeeded(await here.does('handler', held, 'write', { body: 'We come tomorrow.' }))
  succeeded(await here.workerDoes(held, 'say_danger', { reason }))
  succeeded(await here.workerDoes(held, 'withdraw'))
  const again = { reason: 'She was made to.' }
  succeeded(
    action === 'resume'
      ? await later().workerDoes(held, action)
      : await later().does('head', held, action, again),
  )
  expect(await running(held)).toMatchObject({ contact_again: minutes(120) })
})

test('the chair closes nothing over the head of who is in danger and was not met', async () => {
  const held = await here.given('replied')
  succeeded(
    await here.workerDoes(held, 'rate_unsolved', { solved: 'not_solved', satisfied: 'not_satisfied' }),
  )
  await here.at(days(20)).strike()
  const then = here.at(days(21))
  expect(await then.mayDo('chair', held)).toContain('close_unsolved')
  succeeded(await then.workerDoes(held, 'say_danger', { reason }))
  expect(await then.mayDo('chair', held)).not.toContain('close_unsolved')
  succeeded(await then.does('officer', held, 'visit', { reason: 'They left him alone.' }))
  expect(await then.mayDo('chair', held)).toContain('close_unsolved')
})
