import type { Locale } from '../../src/db/vocabulary.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import type { Huying } from '../support/huying.ts'
import { expect, test, type Visit } from '../support/journey.ts'
import { expectNowhere } from './road/nowhere.ts'
import { openFromWork, signIn } from './road/people.ts'
import { contextOf, type Manner, traveller } from './road/traveller.ts'
import { followBy, lastFiled, receiptOn } from './road/worker.ts'

const site = urls.site('qh7cm')
const name = '王秋芳'
const phone = '13800138000'

/** A worker seals his name, opens it by his receipt, and seals it again; what an officer sees of it meanwhile. */
async function sealedRoad(huying: Huying, visit: Visit, manner: Manner) {
  const { follow, desk, intake } = catalogs[manner.locale]
  await seedFederation(huying)
  const person = async () => traveller(await visit(contextOf(manner)), manner)
  const worker = await person()
  await worker.open(site)
  expect(await worker.page.locator('main').textContent()).toContain(intake.filing.sealHint)
  await worker.send(site, {
    ...{ danger: 'no', matter: 'wages', story: '九月的工资没有发。', mode: 'complaint', named: 'yes' },
    ...{ worker_name: name, worker_phone: phone, seal: 'yes', agreed: 'yes' },
  })
  expect(await worker.text()).toContain(intake.check.sealed)
  await worker.send(site)
  const code = await receiptOn(worker)
  await followBy(worker, code)

  const { number } = await lastFiled(huying)
  const officer = await person()
  await signIn(officer, 'ma.chunyan')
  await openFromWork(officer, number)
  expect(await officer.text()).toContain(desk.case.identitySealed)
  expect(await officer.page.locator('[formaction$="/identity"]').count()).toBe(0)

  const press = async (step: string, receipt: string) => {
    await worker.page.fill('#receipt', receipt)
    const button = worker.page.locator(`button[name="step"][value="${step}"]`)
    await Promise.all([worker.page.waitForEvent('load'), button.click({ noWaitAfter: true })])
  }
  // Another receipt opens nothing, and what was typed stays.
  await worker.open(urls.followSeal)
  await press('open', 'WR72 QCPX 5C22 9HCX')
  expect(await worker.text()).toContain(follow.seal.wrong)
  expect(await worker.page.inputValue('#receipt')).toBe('WR72 QCPX 5C22 9HCX')

  // For his own eyes, and then to the union.
  await press('show', code)
  expect(await worker.page.inputValue('#worker_name')).toBe(name)
  await worker.open(urls.followSeal)
  await press('open', code)
  expect(await worker.text()).toContain(follow.seal.sealed.done.complaint)
  await officer.page.reload()
  const look = officer.page.locator('#identity details')
  await look.locator('summary').click()
  await officer.send('/identity', { 'identity-reason': '打电话问几个月。' })
  expect(await officer.text()).toContain(phone)

  // Sealed again, nobody looks any more; who looked stands in his history.
  await worker.open(urls.followSeal)
  await press('seal', code)
  expect(await worker.text()).toContain(follow.seal.open.done)
  await officer.page.goto(`${officer.page.url().replace(/\/identity$/, '')}`)
  expect(await officer.text()).toContain(desk.case.identitySealed)
  await expectNowhere(huying, [worker, officer])
}

const manners: [locale: Locale, scripts: boolean][] = [
  ['zh', true],
  ['en', false],
]

test.for(manners)(
  'a sealed name is opened by its worker, and by nobody else; in %s, scripts: %s',
  ([locale, scripts], { huying, visit }) => sealedRoad(huying, visit, { locale, scripts, axe: scripts }),
)
