import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { settings } from '../../src/db/tables/orgs.ts'
import { isQuiet } from '../../src/orgs/quiet-hours.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { defaultSettings } from '../../src/orgs/settings.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { settingsForm } from '../support/town/settings-form.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
  await here.db.delete(settings)
  forgetRules()
})

/** The form of the settings, with what is changed of it. */
async function saved(changes: Record<string, string>) {
  const answer = await (await at('administrator')).post(urls.officeSettings, { ...settingsForm, ...changes })
  forgetRules()
  return answer
}

const kept = async () => (await here.db.select().from(settings)).find(({ key }) => key === 'news')?.value

test('quiet hours, sender and subject are the federation’s to choose', async () => {
  const answer = await saved({
    'news-quietFrom': '２２：00',
    'news-quietUntil': '7:30',
    'news-subject-zh': '请看一下',
  })
  expect(answer.status).toBe(303)
  expect(await kept()).toMatchObject({
    quietFrom: '22:00',
    quietUntil: '07:30',
    subject: { zh: '请看一下', en: 'There is news' },
  })
})

test.each([
  ['news-sender-zh', '县总工会', '工会'],
  ['news-subject-zh', '您的诉求有答复', '诉求'],
  ['news-sender-en', 'Trade UNION', 'union'],
  ['news-subject-en', 'Your case moved on', 'case'],
])('%s may not be “%s”, and the page names the word', async (field, typed, word) => {
  const answer = await saved({ [field]: typed })
  expect(answer.status).toBe(422)
  expect(read(await answer.text())).toContain(`不能有“${word}”`)
  expect(await kept()).toBeUndefined()
})

test('nor may it have the name of the federation, whichever of the two is changed', async () => {
  const sender = { 'news-sender-zh': '青山小站' }
  expect((await saved(sender)).status).toBe(303)
  const answer = await saved({ ...sender, 'name-zh': '青山小站', 'name-en': '' })
  expect(answer.status).toBe(422)
  expect(read(await answer.text())).toContain('不能有“青山小站”')
})

test('a word within another one tells nothing', async () => {
  expect((await saved({ 'news-subject-en': 'Reunion in the showcase' })).status).toBe(303)
})

test.each([
  ['news-quietFrom', '25:00', '请填写时间'],
  ['news-from', 'nobody', '请填写完整的邮箱地址'],
  ['news-sender-en', '', '请填写 1 到 40 个字'],
])('%s may not be “%s”', async (field, typed, said) => {
  const answer = await saved({ [field]: typed })
  expect(answer.status).toBe(422)
  expect(read(await answer.text())).toContain(said)
})

test.each([
  ['21:00', '08:00', '20:59', false],
  ['21:00', '08:00', '21:00', true],
  ['21:00', '08:00', '07:59', true],
  ['21:00', '08:00', '08:00', false],
  ['12:00', '14:00', '13:00', true],
  ['12:00', '14:00', '14:00', false],
  ['00:00', '00:00', '03:00', false],
])('quiet from %s until %s: at %s %s', (quietFrom, quietUntil, time, quiet) => {
  const news = { ...defaultSettings.news, quietFrom, quietUntil }
  const now = new Date(`2026-09-21T${time}:00+08:00`)
  expect(isQuiet({ zone: 'Asia/Shanghai', news }, now)).toBe(quiet)
})
