import { beforeAll, expect, test } from 'vitest'
import { archive } from '../../src/cases/clock/retention.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { days } from '../support/town/times.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(open)

test('the page of an archived case keeps what was done, and says that the words are gone', async () => {
  const held = await here.given('withdrawn')
  await press('head', held, 'note', { reason: '刘某某来过电话' })
  await press('head', held, 'withdrawal', { reason: '刘某某说是自愿' })
  expect((await see('head', urls.deskCase(held.id))).text).toContain('刘某某来过电话')

  await archive(here.at(days(1200)).scene)
  expect((await here.caseOf(held)).state).toBe('archived')
  const { status, text } = await see('head', urls.deskCase(held.id))
  const { common, desk } = catalogs.zh
  expect(status).toBe(200)
  expect(text).not.toContain('刘某某')
  for (const words of [common.removed, desk.events.note, desk.events.confirm_withdrawal, desk.events.archive])
    expect(text).toContain(words)
})
