import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { candidates } from '../../src/cases/grievance/dispatching.ts'
import type { Category, Role } from '../../src/db/vocabulary.ts'
import { activate, deactivate, grant, revoke } from '../../src/orgs/granting.ts'
import { agreeToNominee, proposeNominee, unname } from '../../src/orgs/nominating.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { formerOfficeOf, officeOf, orgOf } from '../support/town/office.ts'
import { atUnit, type OrgId } from '../support/town/places.ts'
import { type Held, succeeded, type Town, town } from '../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
})

const somebody = (roles: [Role, OrgId][], nominatedFor: Category[] = []) =>
  here.person(crypto.randomUUID(), roles, nominatedFor)

const office = () => officeOf(here)
const leaves = async (person: Staff) => expect(await deactivate(office(), person, true)).toBe('done')
const placeOf = async (held: Held) => (await here.caseOf(held)).holderOrgId

/** A case that a handler works on. */
async function heldBy(handler: Staff): Promise<Held> {
  const held = await here.given('accepted', atUnit)
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: handler.id }))
  succeeded(await here.does(handler, held, 'sign_for'))
  return held
}

const backToBeDispatched = {
  state: 'accepted',
  handlerId: null,
  formerHandlerId: null,
  dispatches: 0,
  holderRole: 'duty_officer',
  holderOrgId: 'township',
}

test('what waited for somebody whose account is closed goes at once to the nearest who has his role', async () => {
  const leaver = await somebody([['department_head', 'union']])
  const held = await here.given('in_review', atUnit)
  expect(await placeOf(held)).toBe('union')
  await leaves(leaver)
  expect(await placeOf(held)).toBe('township')
})

test('what waits where somebody has the role stays', async () => {
  const head = await somebody([['department_head', 'union']])
  const other = await somebody([['department_head', 'union']])
  const held = await here.given('in_review', atUnit)
  await leaves(other)
  await here.strike()
  expect(await placeOf(held)).toBe('union')
  await leaves(head)
})

test('nothing waits where only the author of the answer has the role', async () => {
  const author = await somebody([
    ['handler', 'union'],
    ['department_head', 'union'],
  ])
  const other = await somebody([['department_head', 'union']])
  const held = await heldBy(author)
  succeeded(await here.does(author, held, 'start_draft'))
  succeeded(await here.does(author, held, 'submit_draft', { body: 'Paid.', outcome: 'supported' }))
  expect(await placeOf(held)).toBe('union')
  await leaves(other)
  expect(await placeOf(held)).toBe('township')
  await leaves(author)
})

test('a place is sought without the author, where nobody had it', async () => {
  const author = await somebody([
    ['handler', 'elsewhereUnion'],
    ['chair', 'elsewhere'],
  ])
  const officer = await somebody([['duty_officer', 'elsewhereUnion']])
  const head = await somebody([['department_head', 'elsewhereUnion']])
  const held = await here.file({
    ...atUnit,
    orgId: 'elsewhereUnion',
    orgPath: '000100020001',
    workers: 12,
  })
  succeeded(await here.does(officer, held, 'accept'))
  succeeded(await here.does(officer, held, 'dispatch', { handlerId: author.id }))
  succeeded(await here.does(author, held, 'sign_for'))
  succeeded(await here.does(author, held, 'start_draft'))
  succeeded(await here.does(author, held, 'submit_draft', { body: 'Paid.', outcome: 'supported' }))
  succeeded(await here.does(head, held, 'approve'))
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'chair', holderOrgId: 'federation' })
})

test('cases in the name of a handler go back to be dispatched as soon as his account is closed', async () => {
  const leaver = await somebody([['handler', 'township']])
  const held = await heldBy(leaver)
  await leaves(leaver)
  expect(await here.caseOf(held)).toMatchObject(backToBeDispatched)
  const due = (await here.dutiesOf(held)).find(({ kind }) => kind === 'dispatch')
  expect(due).toMatchObject({ endedAt: null, dueAt: new Date('2026-09-22T23:59:59+08:00') })
  expect((await here.historyOf(held)).at(-1)).toMatchObject({
    action: 'lose_handler',
    actor: 'system',
    cause: 'left',
    staffId: null,
  })
})

test('so they do when his role there is taken back, and not while he has it above', async () => {
  const mover = await somebody([
    ['handler', 'union'],
    ['handler', 'township'],
    ['handler', 'elsewhere'],
  ])
  const held = await heldBy(mover)
  expect(await revoke(office(), mover, 'handler', 'union')).toBe('done')
  expect((await here.caseOf(held)).holderId).toBe(mover.id)
  expect(await revoke(office(), mover, 'handler', 'township', true)).toBe('done')
  expect(await here.caseOf(held)).toMatchObject(backToBeDispatched)
  expect((await here.historyOf(held)).at(-1)?.cause).toBe('no_role')
})

test('a handler who is named no longer has his strict cases no longer, and those who are named find them', async () => {
  const category = 'mental'
  const officer = await somebody([['duty_officer', 'federation']], [category])
  const [handler, other] = await Promise.all(
    [1, 2].map(() => somebody([['handler', 'federation']], [category])),
  )
  if (!handler || !other) throw new Error('Nobody came')
  const held = await here.file({ category, danger: false })
  succeeded(await here.does(officer, held, 'accept'))
  succeeded(await here.does(officer, held, 'dispatch', { handlerId: handler.id }))
  expect(await unname(office(), handler, category)).toBe('has_work')
  expect(await unname(office(), handler, category, true)).toBe('done')
  expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', holderOrgId: 'federation' })
  expect((await here.historyOf(held)).at(-1)?.cause).toBe('no_sight')
  succeeded(await here.does(officer, held, 'dispatch', { handlerId: other.id }))
})

test('whoever gets his role back may be given the case again; who was to be replaced may not', async () => {
  const leaver = await somebody([['handler', 'union']])
  const held = await here.given('reopened', atUnit)
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: leaver.id }))
  expect(await revoke(office(), leaver, 'handler', 'union', true)).toBe('done')
  const again = await somebody([['handler', 'union']])
  const names = (await candidates(here.scene, await here.load('officer', held))).map(({ id }) => id)
  expect(names).toContain(again.id)
  expect(names).not.toContain('handler')
})

test('a dispatch that ended so is none of the three', async () => {
  const held = await here.given('dispatched')
  succeeded(await here.does('handler', held, 'return', { reason: 'Not ours.' }))
  const leaver = await somebody([['handler', 'township']])
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: leaver.id }))
  await leaves(leaver)
  expect(await here.caseOf(held)).toMatchObject({ dispatches: 1, holderOrgId: 'township' })
})

test('the clock does the same for what was left behind', async () => {
  const former = await somebody([['handler', 'union']])
  const held = await heldBy(former)
  expect(await revoke(formerOfficeOf(here), former, 'handler', 'union')).toBe('done')
  const later = here.at('2026-10-20T08:00:00+08:00')
  await later.strike()
  expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', holderOrgId: 'township' })
  expect((await here.historyOf(held)).find(({ action }) => action === 'lose_handler')?.actor).toBe('clock')
  const before = await here.everything()
  await later.strike()
  expect(await here.everything()).toBe(before)
})

test('an answer that comes to stand for ten while it waits for a deputy waits for the chair', async () => {
  const held = await here.given('sign_off')
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'deputy_chair', holderOrgId: 'federation' })
  const { number } = held
  const others = await here.file({ workers: 9 })
  succeeded(await here.does('officer', others, 'propose_merge', { number, reason: 'The same.' }))
  succeeded(await here.does('head', others, 'agree_merge'))
  expect(await here.caseOf(held)).toMatchObject({ holderRole: 'chair', holderOrgId: 'federation' })
  succeeded(await here.does('chair', held, 'sign'))
})

test('what waited nowhere has a place as soon as somebody may take it: by role, by account or by name', async () => {
  const category = 'conduct'
  const second = await somebody([['administrator', 'federation']])
  const inspector = await somebody([['duty_officer', 'federation']])
  const strict = await here.file({ category })
  expect(await placeOf(strict)).toBeNull()
  await proposeNominee(office(), inspector, category)
  expect(await agreeToNominee(officeOf(here, second), inspector, category)).toBe('done')
  expect(await placeOf(strict)).toBe('federation')

  const held = await here.given('in_review')
  const { head, countyHead, handler } = here.people
  await leaves(head)
  await leaves(countyHead)
  expect(await placeOf(held)).toBeNull()
  expect(await activate(office(), countyHead)).toBe('done')
  expect(await placeOf(held)).toBe('federation')
  await leaves(countyHead)
  expect(await grant(office(), handler, 'department_head', await orgOf(here, 'federation'))).toBe('done')
  // He wrote the draft himself.
  expect(await placeOf(held)).toBeNull()
  const { otherHandler } = here.people
  await grant(office(), otherHandler, 'department_head', await orgOf(here, 'township'))
  expect(await placeOf(held)).toBe('township')
  await activate(office(), head)
})

test('nothing is taken from him while it is not meant, and how much it is is said', async () => {
  const head = await somebody([
    ['handler', 'union'],
    ['department_head', 'union'],
  ])
  const held = await heldBy(head)
  const waiting = await here.given('in_review', atUnit)
  expect(await deactivate(office(), head)).toBe('has_work')
  expect(await office().work.falling({ staffId: head.id, of: 'account' })).toMatchObject({
    own: 1,
    waiting: 1,
  })
  const asHead = { role: 'department_head', orgId: 'union' } as const
  expect(await office().work.falling({ staffId: head.id, of: asHead })).toMatchObject({ own: 0, waiting: 1 })
  expect(await revoke(office(), head, 'department_head', 'union')).toBe('has_work')
  expect(await placeOf(waiting)).toBe('union')
  expect((await here.caseOf(held)).holderId).toBe(head.id)
  await leaves(head)
})
