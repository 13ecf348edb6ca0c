import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { deactivate } from '../../src/orgs/granting.ts'
import { townAnew } from '../support/town/anew.ts'
import { officeOf } from '../support/town/office.ts'
import { atUnit } from '../support/town/places.ts'
import { type Held, succeeded } from '../support/town/town.ts'

test('cases go where it was said that they would go, and to whom', async () => {
  const here = await townAnew(env.DB)
  const head = await here.person('unionHead', [
    ['handler', 'union'],
    ['department_head', 'union'],
  ])
  const own = await here.given('accepted', atUnit)
  succeeded(await here.does('officer', own, 'dispatch', { handlerId: head.id }))
  const waiting = await here.given('in_review', atUnit)
  // Who stands aside from this one does not get it.
  const aside = await here.given('in_review', atUnit)
  succeeded(await here.does('head', aside, 'recuse'))
  const { places } = await officeOf(here).work.falling({ staffId: head.id, of: 'account' })
  const said = places.map(({ what, count, role, org, people }) => [what, count, role, org?.zh, people])
  expect(said.sort()).toEqual([
    ['own', 1, 'duty_officer', '华阳镇总工会', ['王受理']],
    ['waiting', 1, 'department_head', '华阳镇总工会', ['陈部长']],
    ['waiting', 1, 'department_head', '望江县总工会', ['郑部长']],
  ])
  expect(await deactivate(officeOf(here), head, true)).toBe('done')
  const placeOf = async (held: Held) => (await here.caseOf(held)).holderOrgId
  const now = await Promise.all([own, waiting, aside].map(placeOf))
  expect(now).toEqual(['township', 'township', 'federation'])
})
