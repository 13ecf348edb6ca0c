import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { candidates } from '../../src/cases/grievance/dispatching.ts'
import { historyForWorker } from '../../src/cases/history.ts'
import { allowedActions, performAs } from '../../src/cases/performing.ts'
import { cases } from '../../src/db/tables/cases.ts'
import { staff } from '../../src/db/tables/orgs.ts'
import type { State } from '../../src/db/vocabulary.ts'
import { type Held, type Name, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})
beforeEach(() => here.db.update(staff).set({ active: true }))

const reason = 'He is in hospital.'

async function take(who: Name, held: Held) {
  const subject = await here.load(who, held)
  return performAs(here.scene, here.people[who], subject, 'reassign', { turn: subject.case.turn, reason })
}

async function give(held: Held, handlerId: Name) {
  const subject = await here.load('officer', held)
  return performAs(here.scene, here.people.officer, subject, 'dispatch', {
    turn: subject.case.turn,
    handlerId,
  })
}

const closeAccount = (who: Name) => here.db.update(staff).set({ active: false }).where(eq(staff.id, who))

const namesFor = async (held: Held) =>
  (await candidates(here.scene, await here.load('countyOfficer', held))).map(({ id }) => id)

test.each(['dispatched', 'investigating', 'mediating', 'referred', 'drafting'] satisfies State[])(
  'a case that is %s is taken from a handler who cannot go on, to be dispatched to another one',
  async (state) => {
    const held = await here.file()
    await here.reach(held, state)
    expect(await take('head', held)).toEqual({ ok: true })
    expect(await here.caseOf(held)).toMatchObject({
      state: 'accepted',
      handlerId: null,
      formerHandlerId: 'handler',
      holderRole: 'duty_officer',
      holderOrgId: 'township',
    })
    expect(await here.dutiesOf(held)).toContainEqual(
      expect.objectContaining({
        kind: 'dispatch',
        dueAt: new Date('2026-09-22T23:59:59+08:00'),
        endedAt: null,
      }),
    )
    expect(await give(held, 'handler')).toEqual({ ok: false, why: 'invalid' })
    expect(await give(held, 'otherHandler')).toEqual({ ok: true })
  },
)

test('the worker reads that another handler gets it, and not why', async () => {
  const held = await here.file()
  await here.reach(held, 'investigating')
  await take('officer', held)
  expect((await historyForWorker(here.scene, await here.asWorker(held))).at(-1)).toMatchObject({
    action: 'reassign',
    role: 'duty_officer',
    reason: null,
  })
})

test('the handler himself returns it or stands aside instead', async () => {
  const both = await here.person('headAndHandler', [
    ['department_head', 'township'],
    ['handler', 'township'],
  ])
  const held = await here.file()
  await here.reach(held, 'investigating')
  await here.db.update(cases).set({ handlerId: both.id, holderId: both.id }).where(eq(cases.id, held.id))
  const allowed = allowedActions(both, await here.load(both, held), here.scene)
  expect(allowed).toContain('step_aside')
  expect(allowed).not.toContain('reassign')
})

test('the dispatch to somebody whose account is closed is none of the three; one to an ill person is', async () => {
  for (const [gone, dispatches, waitsAt] of [
    [true, 1, 'township'],
    [false, 2, 'federation'],
  ] as const) {
    await here.db.update(staff).set({ active: true })
    const held = await here.file()
    await here.reach(held, 'dispatched')
    await take('head', held)
    await give(held, 'otherHandler')
    if (gone) await closeAccount('otherHandler')
    await take('head', held)
    expect(await here.caseOf(held)).toMatchObject({ dispatches, holderOrgId: waitsAt })
  }
})

test('a reopened case that changes hands again goes to neither of the two before', async () => {
  const held = await here.file()
  await here.reach(held, 'reopened')
  succeeded(await give(held, 'otherHandler'))
  await take('head', held)
  expect(await namesFor(held)).not.toContain('handler')
  expect(await namesFor(held)).not.toContain('otherHandler')
})
