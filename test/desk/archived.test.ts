import { beforeAll, expect, test } from 'vitest'
import { lapse } from '../../src/cases/lapsing.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { calendarOf } from '../../src/orgs/calendar.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import { urls } from '../../src/urls.ts'
import { caseNow, db, given, later, press, see, settle } from './town.ts'

beforeAll(settle)

test('the page of an archived case keeps what was done, and says that the words are gone', async () => {
  const id = await given({ state: 'withdrawn' })
  await press('head', id, 'note', { reason: '刘某某来过电话' })
  await press('head', id, 'withdrawal', { reason: '刘某某说是自愿' })
  expect((await see('head', urls.deskCase(id))).text).toContain('刘某某来过电话')

  const rules = { settings: settingsFrom([]), calendar: calendarOf([]) }
  await lapse({ db, rules, now: later(1200) })
  expect((await caseNow(id)).state).toBe('archived')
  const { status, text } = await see('head', urls.deskCase(id))
  const { common, desk } = catalogs.zh
  expect(status).toBe(200)
  expect(text).not.toContain('刘某某')
  for (const words of [common.removed, desk.events.note, desk.events.confirm_withdrawal, desk.events.archive])
    expect(text).toContain(words)
})
