import { env } from 'cloudflare:workers'
import { inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { findHolders } from '../../../src/cases/clock/finding-holders.ts'
import { roleGrants } from '../../../src/db/tables/orgs.ts'
import { type Town, town } from '../../support/town/town.ts'

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
