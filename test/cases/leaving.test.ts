import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { consentsOf } from '../../src/cases/consents.ts'
import type { Filing } from '../../src/cases/filing.ts'
import type { GrievanceInput } from '../../src/cases/grievance/subject.ts'
import { lineOf } from '../../src/cases/processes.ts'
import { asksOf, staffActions } from '../../src/desk/case/acts.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

const story = '我们车间从七月开始一直没有发工资，问了好几次都说下个月。'
const filing: Partial<Filing> = {
  answers: { matter: 'wages', story },
  identity: { worker_name: '李秋水', worker_phone: '13877776666' },
}
const referral = { recipient: '县人社局', reason: '转县人社局。' }
const refer = (held: Held, body: string, more: Partial<GrievanceInput> = {}) =>
  here.does('handler', held, 'refer', { ...referral, body, ...more })
const found = (outcome: Awaited<ReturnType<typeof refer>>) =>
  outcome.ok
    ? []
    : (outcome.leak?.runs.map(({ from, to, why }) => [why, outcome.leak?.text.slice(from, to)]) ?? [])

/** It says a name, and is not told which. */
const isNamed = { ok: false, why: 'identifies', leak: { namesWorker: true, runs: [] } }

test('a referral that names the worker stops, whatever is ticked, and the case stays where it is', async () => {
  const held = await here.given('investigating', filing)
  const outcome = await refer(held, '李秋水（138-7777-6666）反映工资的事。', { looked: 'anything' })
  expect(found(outcome)).toEqual([
    ['name', '李秋水'],
    ['phone', '138-7777-6666'],
  ])
  expect((await here.caseOf(held)).state).toBe('investigating')
})

test('what was stopped stands in the history without the name, and its worker sees that it was', async () => {
  const held = await here.given('investigating', filing)
  await refer(held, '请找李秋水谈。')
  expect((await here.historyOf(held)).at(-1)).toMatchObject({
    action: 'stop_words',
    staffId: 'handler',
    reason: '县人社局\n请找▇▇▇谈。',
    reasonShown: false,
  })
})

test('whoever tries name after name is shown nothing more that day', async () => {
  const held = await here.given('investigating', filing)
  for (const name of ['甲', '乙', '丙', '丁', '戊'])
    expect(found(await refer(held, `${name}，13900000000`))).toHaveLength(1)
  expect(await refer(held, '李秋水，13900000000')).toEqual({ ok: false, why: 'too_often' })
  // Nor does what passes tell him that it was none.
  expect(await refer(held, '王芳反映工资的事。')).toEqual({ ok: false, why: 'too_often' })
  expect((await here.caseOf(held)).state).toBe('investigating')
})

test('of many tries at once no more are answered than of so many one after the other', async () => {
  const held = await here.given('investigating', filing)
  const tries = await Promise.all(Array.from({ length: 8 }, (_, at) => refer(held, `1390000000${at}`)))
  expect(tries.filter((outcome) => found(outcome).length > 0)).toHaveLength(5)
  expect(tries.filter((outcome) => !outcome.ok && outcome.why === 'too_often')).toHaveLength(3)
  const stops = (await here.historyOf(held)).filter(({ action }) => action === 'stop_words')
  expect(stops).toHaveLength(5)
})

const shift = ['王芳', '赵一舟', '李秋水', '陈建国', '欧阳修远', '孙丽']

test('whoever may not look at a name is not told which of a shift it is, nor is any reader of the history', async () => {
  const report = await here.file({ ...filing, mode: 'report' })
  succeeded(await here.workerDoes(report, 'open_identity', { receipt: report.receipt }))
  await here.reach(report, 'investigating')
  expect(await here.mayDo('handler', report)).not.toContain('look_at_identity')
  const outcome = await refer(report, shift.join('、'))
  expect(outcome).toMatchObject(isNamed)
  const stop = (await here.historyOf(report)).at(-1)
  expect(stop?.action).toBe('stop_words')
  expect(shift.filter((name) => stop?.reason?.includes(name))).toEqual([])
})

test('nor is who may look: all that looks like a name is struck, whoever the worker is', async () => {
  const struck = async (name: string) => {
    const held = await here.given('investigating', { ...filing, identity: { worker_name: name } })
    expect(await here.mayDo('handler', held)).toContain('look_at_identity')
    return found(await refer(held, shift.join('、')))
  }
  const [first, ...others] = await Promise.all(shift.map(struck))
  for (const name of shift) expect(first?.join()).toContain(name)
  for (const other of others) expect(other).toEqual(first)
})

test('a name that would stand out even so is shown to nobody, and its words are not kept', async () => {
  const held = await here.given('investigating', { ...filing, identity: { worker_name: '阿迪力' } })
  const outcome = await refer(held, '买买提、阿迪力、古丽、王芳')
  expect(outcome).toMatchObject(isNamed)
  expect((await here.historyOf(held)).at(-1)?.reason).toBe('▇▇▇')
})

test('of what is merged into a case nobody is told the names', async () => {
  const living = await here.given('investigating', { identity: {}, anonymous: true })
  const report = await here.file({ ...filing, mode: 'report' })
  succeeded(await here.workerDoes(report, 'open_identity', { receipt: report.receipt }))
  succeeded(await here.does('officer', report, 'propose_merge', { number: living.number, reason: 'Same.' }))
  succeeded(await here.does('head', report, 'agree_merge'))
  expect(await refer(living, shift.join('、'))).toMatchObject(isNamed)
})

test('the worker’s own sentences pass once somebody has looked at just these', async () => {
  const held = await here.given('investigating', filing)
  const stopped = await refer(held, `职工说：“${story.slice(2, 18)}”。`)
  expect(found(stopped)).toEqual([['own_words', story.slice(2, 18)]])
  const looked = stopped.ok ? '' : (stopped.leak?.mark ?? '')
  expect(found(await refer(held, story, { looked }))).toHaveLength(1)
  succeeded(await refer(held, `职工说：“${story.slice(2, 18)}”，请核实。`, { looked }))
})

test('what he wrote later stops as well: messages, and what he added', async () => {
  const held = await here.given('investigating', filing)
  const message = '工资条在我手里，上面有车间的公章和日期。'
  succeeded(await here.workerDoes(held, 'write_to_union', { body: message, key: '1' }))
  expect(found(await refer(held, message))).toMatchObject([['own_words', expect.any(String)]])
})

test('a consent lets just that through which it covers', async () => {
  const held = await here.given('investigating', filing)
  const asked = { ...referral, contact: '12333', what: 'name', purpose: '核对本人。' } as const
  succeeded(await here.does('handler', held, 'ask_consent', asked))
  const [consent] = await consentsOf(here.scene, await here.asWorker(held))
  const consentId = consent?.id
  succeeded(await here.workerDoes(held, 'give_consent', { consentId }))
  expect(found(await refer(held, '李秋水，13877776666', { consentId }))).toEqual([['phone', '13877776666']])
  succeeded(await refer(held, '李秋水等着补发工资。', { consentId }))
})

test('employer and unions may be named', async () => {
  const held = await here.given('investigating', {
    answers: { matter: 'wages', story: '我在东升制衣有限公司华阳镇总工会旁边的分厂做工。' },
  })
  succeeded(await refer(held, '东升制衣有限公司，华阳镇总工会已经去过。'))
})

test('a reply is held against its worker only where workers of merged cases read it too', async () => {
  const alone = await here.given('drafting', filing)
  succeeded(await here.does('handler', alone, 'submit_draft', { body: '李秋水您好。', outcome: 'supported' }))
  const living = await here.given('drafting', filing)
  const merged = await here.file({ ...filing, identity: { worker_name: '赵一舟' } })
  succeeded(await here.does('officer', merged, 'propose_merge', { number: living.number, reason: 'Same.' }))
  succeeded(await here.does('head', merged, 'agree_merge'))
  const draft = (body: string) => here.does('handler', living, 'submit_draft', { body, outcome: 'supported' })
  expect(await draft('李秋水、赵一舟：')).toMatchObject(isNamed)
  succeeded(await draft('工资月底补发。'))
})

test('what is merged after the draft stops the signature', async () => {
  const living = await here.given('drafting', filing)
  succeeded(
    await here.does('handler', living, 'submit_draft', { body: '李秋水您好。', outcome: 'supported' }),
  )
  const merged = await here.file(filing)
  succeeded(await here.does('officer', merged, 'propose_merge', { number: living.number, reason: 'Same.' }))
  succeeded(await here.does('head', merged, 'agree_merge'))
  succeeded(await here.does('head', living, 'approve'))
  expect(await here.does('deputy', living, 'sign')).toMatchObject(isNamed)
})

test('a worker whose case is merged does not read who the other one is', async () => {
  const living = await here.given('investigating', filing)
  const merged = await here.file({ identity: { worker_name: '赵一舟' } })
  const propose = (reason: string) =>
    here.does('officer', merged, 'propose_merge', { number: living.number, reason })
  expect(await propose('和李秋水的那一件一起办。')).toMatchObject(isNamed)
  succeeded(await propose('赵一舟您好，和另一件一起办。'))
})

/** Who reads the words that an act asks for. Written by hand: a new act has to say it here. */
const readBy = {
  inside: `refuse_decline refuse_merge refuse_release propose_release agree_release confide dispatch return send_back approve
    refuse_signature resume_handling ask_extension refuse_extension reassign step_aside recuse note phone visit
    not_reached supervise lift_supervision look_at_identity open_originals go_on confirm_withdrawal reinstate`,
  worker: `accept ask_info propose_decline agree_decline escort mediate looked_in extend close_partly close_unsolved
    reopen_by_union reopen_for_worker declare_danger lift_danger write finish take_off ask_consent`,
  others: 'refer submit_draft propose_merge agree_merge',
}

test('of all words that an act asks for it is said who reads them, and what others read is checked', () => {
  const texts: readonly string[] = ['reason', 'body', 'channel', 'recipient', 'contact', 'purpose']
  const asking = staffActions.filter((action) => asksOf(action).some((ask) => texts.includes(ask)))
  const said = Object.values(readBy).flatMap((list) => list.split(/\s+/))
  expect(said.toSorted()).toEqual(asking.toSorted())
  const checked = staffActions.filter((action) => lineOf(action).leaves !== undefined)
  expect(checked.toSorted()).toEqual([...readBy.others.split(' '), 'sign'].toSorted())
})
