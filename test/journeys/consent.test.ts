import type { Locale } from '../../src/db/vocabulary.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import type { Huying } from '../support/huying.ts'
import { expect, test, type Visit } from '../support/journey.ts'
import { expectNowhere } from './road/nowhere.ts'
import { openFromWork, signIn } from './road/people.ts'
import { contextOf, type Manner, traveller } from './road/traveller.ts'
import { fileAt, followBy, lastFiled } from './road/worker.ts'

const site = urls.site('qh7cm')
const story = '九月和十月的工资到现在还没有发，问了三次都说再等等。'
const recipient = '临溪县劳动保障监察大队'

/** A worker who left his name, with his page open, and the handler who has signed for his case. */
async function begun(huying: Huying, visit: Visit, manner: Manner) {
  await seedFederation(huying)
  const person = async () => traveller(await visit(contextOf(manner)), manner)
  const worker = await person()
  const named = { named: 'yes', worker_name: '王秋芳', worker_phone: '13800138000' }
  await followBy(worker, await fileAt(worker, site, { story, ...named }))
  const { number } = await lastFiled(huying)
  const officer = await person()
  await signIn(officer, 'ma.chunyan')
  await openFromWork(officer, number)
  await officer.send('/acceptance', { 'acceptance-handler': 'peng.xiaolong' })
  const handler = await person()
  await signIn(handler, 'peng.xiaolong')
  await openFromWork(handler, number)
  await handler.send('/acknowledgement')
  return { worker, handler }
}

async function consentRoad(huying: Huying, visit: Visit, manner: Manner) {
  const { follow, desk } = catalogs[manner.locale]
  const { worker, handler } = await begun(huying, visit, manner)
  const asking = {
    'consent-recipient': recipient,
    'consent-contact': '12333',
    'consent-what': 'name',
    'consent-purpose': '立案要核对本人。',
  }
  await handler.send('/consent', asking)
  expect(await handler.text()).toContain(desk.case.consentStanding.asked)

  // Asked, with two buttons of one size.
  await worker.open(urls.follow)
  expect(await worker.text()).toContain(follow.consent.title)
  expect(await worker.text()).toContain(recipient)
  const button = (answer: string) => worker.page.locator(`button[name="answer"][value="${answer}"]`)
  const [yes, no] = await Promise.all([button('given').boundingBox(), button('refused').boundingBox()])
  expect([yes?.height, yes?.width]).toEqual([no?.height, no?.width])
  const answer = async (words: string) => {
    await Promise.all([worker.page.waitForEvent('load'), button(words).click({ noWaitAfter: true })])
    expect(await worker.text()).toContain(follow.consent.done[words as 'given'])
  }
  await answer('given')
  await handler.page.reload()
  expect(await handler.text()).toContain(desk.case.consentStanding.given)

  // The words of the referral stop, are rewritten, and go with what the worker agreed to.
  const consent = await handler.page.locator('input[name="referral-consent"]:not([value=""])').inputValue()
  const send = (body: string) =>
    handler.send('/referral', {
      ...{ 'referral-recipient': recipient, 'referral-consent': consent },
      ...{ 'referral-body': body, 'referral-reason': '转劳动监察，我们陪着办。' },
    })
  await send(`王秋芳（138 0013 8000）说：${story}`)
  expect(await handler.text()).toContain(desk.stopped.title)
  const struck = await handler.page.locator('main .notice .prose del').allInnerTexts()
  expect(struck).toEqual(['138 0013 8000', story.slice(0, -1)])
  expect(await handler.page.inputValue('#referral-body')).toContain('138 0013 8000')
  await send('一名职工两个月没有领到工资，请依法立案。')
  expect(await handler.text()).toContain(desk.events.pass_identity)
  await handler.open(
    new URL((await handler.page.locator('a[href$="/referral"]').getAttribute('href')) ?? '', huying.url)
      .pathname,
  )
  expect(await handler.text()).not.toContain('王秋芳')
  await handler.send('/referral/identity', { reason: '打印转办单' })
  expect(await handler.text()).toContain('王秋芳')
  expect(await handler.text()).not.toContain('13800138000')

  // Taken back: he reads that what was told stays told, and the sheet shows it no more.
  await worker.open(urls.follow)
  expect(await worker.text()).toContain(follow.history.pass_identity())
  await answer('withdrawn')
  expect(await worker.text()).toContain(follow.consent.notBack)
  await handler.open(new URL(handler.page.url()).pathname.replace(/\/identity$/, ''))
  expect(await handler.text()).toContain(desk.referral.withdrawn)
  expect(await handler.text()).not.toContain('王秋芳')
  await expectNowhere(huying, [worker, handler])
}

const manners: [locale: Locale, scripts: boolean][] = [
  ['zh', true],
  ['zh', false],
  ['en', true],
]

test.for(manners)(
  'consent asked, given, withdrawn; a referral stopped by the check; in %s, scripts: %s',
  ([locale, scripts], { huying, visit }) => consentRoad(huying, visit, { locale, scripts, axe: scripts }),
)
