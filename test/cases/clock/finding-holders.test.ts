import { env } from 'cloudflare:workers'
import { inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { findHolders } from '../../../src/cases/clock/finding-holders.ts'
import { roleGrants } from '../../../src/db/tables/orgs.ts'
import { deactivate } from '../../../src/orgs/granting.ts'
import { officeOf } from '../../support/town/office.ts'
import { succeeded, type Town, town } from '../../support/town/town.ts'

let here: Town
let planted: Town | undefined
beforeEach(async () => {
  planted ??= await town(env.DB)
  here = planted
  await here.forgetCases()
})

test('a case that nobody had gets a place as soon as somebody holds the role', async () => {
  const { id } = await here.file({ category: 'conduct' })
  expect((await here.caseOf({ id })).holderOrgId).toBeNull()
  await here.person('inspector', [['duty_officer', 'federation']], ['conduct'])
  await findHolders(here.scene)
  expect((await here.caseOf({ id })).holderOrgId).toBe('federation')
  await here.db.delete(roleGrants).where(inArray(roleGrants.staffId, ['inspector']))
})

test('in any hour, what went back to a handler who left meanwhile is dispatched anew; what others miss is not read', async () => {
  const leaver = await here.person('leaver', [['handler', 'township']])
  const held = await here.given('accepted')
  succeeded(await here.does('officer', held, 'dispatch', { handlerId: leaver.id }))
  for (const act of ['sign_for', 'start_draft'] as const) succeeded(await here.does(leaver, held, act))
  const draft = { body: 'They pay on Friday.', outcome: 'supported' } as const
  succeeded(await here.does(leaver, held, 'submit_draft', draft))
  expect(await deactivate(officeOf(here), leaver, true)).toBe('done')
  succeeded(await here.does('head', held, 'send_back', { reason: 'Where are the pay slips?' }))
  const { id } = await here.file({ category: 'conduct' })
  await here.person('lateInspector', [['duty_officer', 'federation']], ['conduct'])
  await findHolders(here.scene, false)
  expect(await here.caseOf(held)).toMatchObject({ state: 'accepted', holderOrgId: 'township' })
  expect((await here.caseOf({ id })).holderOrgId).toBeNull()
})
