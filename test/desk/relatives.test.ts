import { beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { referred } from '../support/town/referring.ts'
import { here, open, see } from './desk.ts'

beforeAll(open)

test('a case and what was opened from it lead to each other, for who sees both', async () => {
  const { held, child } = await referred(here)
  expect((await see('officer', urls.deskCase(held.id))).text).toContain(urls.deskCase(child.id))
  expect((await see('officer', urls.deskCase(child.id))).text).toContain(urls.deskCase(held.id))
})

test('whoever stands aside from the case does not see what was opened from it', async () => {
  const { held, child } = await referred(here)
  await here.does('officer', held, 'recuse', { reason: 'My brother works there.' })
  expect((await see('officer', urls.deskCase(child.id))).status).toBe(404)
  expect((await see('officer', urls.desk)).text).not.toContain(urls.deskCase(child.id))
})
