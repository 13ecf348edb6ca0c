import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { roleGrants } from '../../src/db/tables/orgs.ts'
import { deactivate, revoke } from '../../src/orgs/granting.ts'
import { succeeded, type Town, town, type Who } from '../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
})

/** The administrator closes somebody's account, takes a role from him, or gives him another. */
const office = () => ({ ...here.scene, by: here.people.administrator })

async function leaves(who: Who): Promise<void> {
  const person = typeof who === 'string' ? here.people[who] : who
  expect(await deactivate(office(), person)).toBe('done')
}

async function withHead(org: 'union' | 'township' | 'federation') {
  return here.person(crypto.randomUUID(), [['department_head', org]])
}

const placeOf = async (held: { id: string }) => (await here.caseOf(held)).holderOrgId

test('what waited for somebody who left goes to the nearest who has his role', async () => {
  const leaver = await withHead('union')
  const held = await here.given('in_review')
  expect(await placeOf(held)).toBe('union')
  await leaves(leaver)
  await here.strike()
  expect(await placeOf(held)).toBe('township')
})

test('what waits where somebody has the role stays', async () => {
  const head = await withHead('union')
  const held = await here.given('in_review')
  await here.strike()
  expect(await placeOf(held)).toBe('union')
  await leaves(head)
})

test('a place is not found with the author of the answer', async () => {
  const author = await here.person(crypto.randomUUID(), [
    ['handler', 'union'],
    ['department_head', 'union'],
  ])
  const other = await withHead('union')
  const held = await here.given('accepted')
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: author.id }))
  succeeded(await here.does(author, held, 'sign_for'))
  succeeded(await here.does(author, held, 'start_draft'))
  succeeded(await here.does(author, held, 'submit_draft', { body: 'Paid.', outcome: 'supported' }))
  expect(await placeOf(held)).toBe('union')
  await leaves(other)
  await here.strike()
  // The author still has the role where it waits, so it is no deserted place; he alone cannot move it.
  expect(await placeOf(held)).toBe('union')
  const [role] = author.grants.filter((it) => it.role === 'department_head')
  expect(await revoke(office(), author, 'department_head', role?.orgId ?? '')).toBe('done')
  await here.strike()
  expect(await placeOf(held)).toBe('township')
})

test('a place is sought again without the author, where nobody had it', async () => {
  const author = await here.person(crypto.randomUUID(), [
    ['handler', 'elsewhereUnion'],
    ['chair', 'elsewhere'],
  ])
  const chairs = await here.db.select().from(roleGrants).where(eq(roleGrants.role, 'chair'))
  expect(chairs.map(({ orgId }) => orgId).sort()).toEqual(['elsewhere', 'federation'])
  const officer = await here.person(crypto.randomUUID(), [['duty_officer', 'elsewhereUnion']])
  const head = await here.person(crypto.randomUUID(), [['department_head', 'elsewhereUnion']])
  const held = await here.file({ orgId: 'elsewhereUnion', orgPath: '000100020001', workers: 12 })
  succeeded(await here.does(officer, held, 'accept'))
  succeeded(await here.does(officer, held, 'dispatch', { handlerId: author.id }))
  succeeded(await here.does(author, held, 'sign_for'))
  succeeded(await here.does(author, held, 'start_draft'))
  succeeded(await here.does(author, held, 'submit_draft', { body: 'Paid.', outcome: 'supported' }))
  succeeded(await here.does(head, held, 'approve'))
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'chair', holderOrgId: 'federation' })
})

test('who handles no cases any more is not told of his; the administrators are', async () => {
  const former = await here.person(crypto.randomUUID(), [['handler', 'union']])
  const elsewhere = await here.person(crypto.randomUUID(), [['handler', 'township']])
  for (const handler of [former, elsewhere]) {
    const held = await here.given('accepted')
    succeeded(await here.does('officer', held, 'dispatch', { handlerId: handler.id }))
    succeeded(await here.does(handler, held, 'sign_for'))
  }
  expect(await revoke(office(), former, 'handler', 'union')).toBe('done')
  await here.at('2026-10-20T08:00:00+08:00').strike()
  const told = (await here.notices()).filter(({ event }) => event === '2026-10-20')
  expect(told.map(({ kind, to }) => [kind, to])).toEqual(
    expect.arrayContaining([
      ['alarm', 'administrator'],
      ['overdue', elsewhere.id],
    ]),
  )
  expect(told.map(({ to }) => to)).not.toContain(former.id)
})
