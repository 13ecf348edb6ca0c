import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { noticesOfLate } from '../../../src/cases/clock/telling-late.ts'
import { dayOfTelling } from '../../../src/cases/clock/telling-times.ts'
import { deactivate } from '../../../src/orgs/granting.ts'
import { planOf } from '../../support/query-plan.ts'
import { officeOf } from '../../support/town/office.ts'
import { atUnit } from '../../support/town/places.ts'
import { type Held, type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

const at = (time: string) => here.at(`${time}:00+08:00`)

/** Who was told of what is late, or of what nobody takes care of, in order. */
const told = async (kind = 'overdue') =>
  (await here.notices()).filter((notice) => notice.kind === kind).map(({ to }) => to)

/** Lets the clock strike, and says whom it told now. */
async function toldAt(time: string, kind?: string) {
  const before = (await told(kind)).length
  await at(time).strike()
  return (await told(kind)).slice(before).sort()
}

async function met(): Promise<Held> {
  const held = await here.file()
  await here.does('officer', held, 'write', { body: 'We have it.', key: 'a' })
  return held
}

test('what is late tells its holder and the head above at eight of the next working day, in one mail each', async () => {
  const [first, second] = [await met(), await met()].sort((a, b) => a.number - b.number)
  expect(await toldAt('2026-09-23T00:00')).toEqual([])
  expect(await toldAt('2026-09-23T08:00')).toEqual(['head', 'officer'])
  const mail = (await here.notices()).find(({ kind, to }) => kind === 'overdue' && to === 'officer')
  expect(mail).toMatchObject({
    event: '2026-09-23',
    data: {
      count: 2,
      cases: [
        { id: first?.id, number: first?.number },
        { id: second?.id, number: second?.number },
      ],
    },
  })
  expect(await toldAt('2026-09-23T09:00')).toEqual([])
})

test('each working day after that it is told one step higher as well, until somebody acts', async () => {
  const held = await met()
  const days: [string, string[]][] = [
    ['2026-09-23T08:00', ['head', 'officer']],
    ['2026-09-24T08:00', ['deputy', 'officer']],
    ['2026-09-25T08:00', []],
    ['2026-09-28T08:00', ['chair', 'officer']],
    ['2026-09-29T08:00', ['chair', 'deputy', 'officer']],
  ]
  for (const [day, people] of days) expect(await toldAt(day), day).toEqual(people)
  expect(await toldAt('2026-09-30T08:00', 'alarm')).toEqual(['administrator'])
  await at('2026-09-30T09:00').does('officer', held, 'accept')
  expect(await toldAt('2026-10-08T08:00', 'alarm')).toEqual([])
})

test('nobody is told on a day off or at night, where nobody is in danger', async () => {
  await here.at('2026-09-18T09:00:00+08:00').file()
  expect(await toldAt('2026-09-19T10:00')).toEqual([])
  expect(await toldAt('2026-09-20T07:59')).toEqual([])
  expect(await toldAt('2026-09-20T08:00')).toEqual(['head', 'officer'])
})

test('danger is told at once and climbs every six hours, by night and on days off', async () => {
  await here.at('2026-09-25T20:00:00+08:00').file({ danger: true })
  expect(await toldAt('2026-09-25T23:00')).toEqual(['head', 'officer'])
  expect(await toldAt('2026-09-26T00:00')).toEqual([])
  expect(await toldAt('2026-09-26T04:30')).toEqual(['deputy', 'officer'])
  expect(await toldAt('2026-09-26T10:30')).toEqual(['chair', 'officer'])
  expect(await toldAt('2026-09-26T16:30')).toEqual(['chair', 'deputy', 'officer'])
  expect(await toldAt('2026-09-26T22:30', 'alarm')).toEqual(['administrator'])
})

test('whoever has a case that is due soon is told, once', async () => {
  const held = await here.file({ category: 'suggestion' })
  await here.does('officer', held, 'write', { body: 'We have it.', key: 'a' })
  await here.reach(held, 'investigating')
  for (const day of ['24', '27', '28', '29', '30']) await at(`2026-09-${day}T08:00`).strike()
  expect(await told('due_soon')).toEqual(['handler'])
})

test('a case with its handler tells the handler, not his colleagues', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  await here.does('handler', held, 'write', { body: 'It is mine.', key: 'a' })
  expect(await toldAt('2026-09-29T08:00')).toEqual(['handler', 'head'])
})

test('an overdue case that nobody has raises an alarm to the federation’s administrators', async () => {
  const { id, number } = await here.file({ category: 'mental', danger: false })
  await at('2026-09-23T08:00').strike()
  const alarms = (await here.notices()).filter(({ data }) => (data as { why: string }).why === 'nobody')
  expect(alarms).toMatchObject([
    { kind: 'alarm', to: 'administrator', data: { count: 1, cases: [{ id, number }] } },
  ])
})

test('a handler who left the union is nobody: alarm', async () => {
  const leaver = await here.person('leaver', [['handler', 'union']])
  const held = await here.given('accepted', atUnit)
  await here.does('officer', held, 'dispatch', { handlerId: leaver.id })
  await here.does(leaver, held, 'sign_for')
  expect(await deactivate(officeOf(here), leaver, true)).toBe('done')
  expect(await toldAt('2026-10-20T08:00', 'alarm')).toContain('administrator')
  expect(await told()).not.toContain('leaver')
})

test('those who stand aside are not told, on no step', async () => {
  const { id } = await here.file()
  for (const who of ['officer', 'countyOfficer', 'secondOfficer', 'head', 'deputy'] as const)
    await here.does(who, { id }, 'recuse', { reason: 'A friend.' })
  for (const day of ['23', '24', '28', '29']) await at(`2026-09-${day}T08:00`).strike()
  for (const who of ['officer', 'countyOfficer', 'secondOfficer', 'head', 'deputy'])
    expect(await told()).not.toContain(who)
})

test('all that is late is told in the run that tells, however much it is', async () => {
  const many = 300
  await env.DB.batch([
    env.DB.prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?1)
       insert into cases (id, number, submission_id, receipt_hash, org_id, org_path, category, mode, secrecy,
         anonymous, bypasses_unit, danger, state, turn, holder_role, holder_org_id, created_at, state_since,
         duty_kind, due_at, lamp)
       select 'late-' || i, i, 'late-' || i, 'late-' || i, 'union', '000100010001', 'wages', 'complaint', 'open',
         1, 0, 0, 'triage', 2, 'duty_officer', 'township', ?2, ?2, 'triage', ?2 + i, 'red' from n`,
    ).bind(many, Date.parse('2026-09-22T00:00:00Z')),
    env.DB.prepare(
      `insert into duties (case_id, kind, holder, started_at, due_at, amber_at, provisional, late_at)
       select id, 'triage', 'union', created_at, due_at, due_at, 0, due_at from cases`,
    ),
  ])
  expect(await toldAt('2026-09-23T08:00')).toEqual(['head', 'officer'])
  const [mail] = (await here.notices()).filter(({ to }) => to === 'officer')
  expect(mail?.data).toMatchObject({
    count: many,
    cases: expect.arrayContaining([{ id: 'late-1', number: 1 }]),
  })
})

test('finding what is late and whom to tell walks through no table of cases, duties or people', async () => {
  const { scene } = at('2026-09-23T08:00')
  const statements = noticesOfLate(scene, dayOfTelling(scene))
  expect(statements).toHaveLength(9)
  for (const statement of statements) {
    const plan = await planOf(env.DB, statement)
    // Those in danger, and those supervised, stand in an index of their own, which is walked.
    const walked = plan.filter((step) =>
      /^SCAN (?:cases(?! USING INDEX cases_(?:danger|supervised))|d|g|s|duties|role_grants|staff)\b/.test(
        step,
      ),
    )
    expect(walked).toEqual([])
    expect(plan.join()).toMatch(/cases USING INDEX cases_(?:open|danger|supervised|unread)/)
  }
})

test('of many dangers that are late the first three are told one by one, the others in one mail, each step once', async () => {
  const held = []
  for (let count = 0; count < 20; count += 1) held.push(await here.file({ danger: true }))
  const sent = async () => {
    const all = await here.notices()
    return all.filter(
      ({ kind, to, status }) => kind === 'overdue' && to === 'officer' && status === 'pending',
    )
  }
  await at('2026-09-21T12:00').strike()
  expect((await sent()).map(({ caseId }) => caseId !== '')).toEqual([true, true, true, false])
  const { data } = (await sent())[3] ?? {}
  const { count, cases } = data as { count: number; cases: { id: string }[] }
  expect([count, cases.length]).toEqual([17, 10])
  const alone = (await sent()).slice(0, 3).map(({ caseId }) => caseId)
  expect(cases.some(({ id }) => alone.includes(id))).toBe(false)
  await at('2026-09-21T13:00').strike()
  expect(await sent()).toHaveLength(4)
  await at('2026-09-21T18:00').strike()
  expect(await sent()).toHaveLength(8)
  const first = held[0] as Held
  const [later] = [await at('2026-09-21T18:30').file({ danger: true }), first]
  await at('2026-09-21T21:00').strike()
  expect((await sent()).slice(8).map(({ caseId }) => caseId)).toEqual([later.id])
})
