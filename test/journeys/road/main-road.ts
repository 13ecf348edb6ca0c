import * as v from 'valibot'
import { catalogs } from '../../../src/i18n/catalog.ts'
import { digestData } from '../../../src/mails/digest/data.ts'
import { urls } from '../../../src/urls.ts'
import { seedFederation } from '../../support/federation.ts'
import type { Huying } from '../../support/huying.ts'
import { expect, type Visit } from '../../support/journey.ts'
import { expectNowhere } from './nowhere.ts'
import { openFromWork, signIn } from './people.ts'
import { contextOf, type Manner, traveller } from './traveller.ts'
import { lastFiled, receiptOn } from './worker.ts'

/** From the poster to an honest closing, and the week's digest: the whole main road, by six people. */
export async function travel(huying: Huying, visit: Visit, manner: Manner): Promise<void> {
  await seedFederation(huying)
  const words = catalogs[manner.locale].words
  const person = async () => traveller(await visit(contextOf(manner)), manner)
  const worker = await person()

  // The worker files, from the address that a poster carries.
  await worker.open(urls.site('qh7cm'))
  await worker.send(urls.site('qh7cm'), {
    danger: 'no',
    matter: 'wages',
    story: '九月和十月的工资到现在还没有发。',
    mode: 'complaint',
    named: 'no',
    agreed: 'yes',
  })
  expect(await worker.text()).toContain('九月和十月的工资到现在还没有发。')
  await worker.send(urls.site('qh7cm'))
  const code = await receiptOn(worker)
  expect(code).toMatch(/^[2-9CFGHJMPQRVWX]{16}$/)
  await worker.send(urls.receiptConfirmation, { last: code.slice(-4) })
  const { number, id } = await lastFiled(huying)

  // The duty officer accepts and dispatches.
  const officer = await person()
  await signIn(officer, 'ma.chunyan')
  await openFromWork(officer, number)
  await officer.send('/acceptance', { 'acceptance-workers': '3' })
  await officer.send('/dispatch', { 'dispatch-handler': 'peng.xiaolong' })

  // The handler signs for it, writes, and drafts.
  const handler = await person()
  await signIn(handler, 'peng.xiaolong')
  await openFromWork(handler, number)
  await handler.send('/acknowledgement')
  await handler.send('/message', { 'message-body': '您好，我是负责这件事的承办人，今天下午去厂里核实。' })
  await handler.send('/drafting')
  await handler.send('/draft', { 'draft-outcome': 'supported', 'draft-body': '厂里答应月底前补发。' })

  // The reviewer sends it back, the handler mends it, it is reviewed and signed.
  const reviewer = await person()
  await signIn(reviewer, 'sun.guodong')
  await openFromWork(reviewer, number)
  await reviewer.send('/draft-return', { 'draft-return-reason': '请写明补发的日期和金额。' })
  await openFromWork(handler, number)
  expect(await handler.text()).toContain('请写明补发的日期和金额。')
  await handler.send('/draft', {
    'draft-outcome': 'supported',
    'draft-body': '厂里书面承诺十一月三十日前补发两个月工资。',
  })
  await openFromWork(reviewer, number)
  await reviewer.send('/approval')
  const signer = await person()
  await signIn(signer, 'deng.changhe')
  await openFromWork(signer, number)
  await signer.send('/signature')

  // The worker reads, says that it is not solved, and has it reopened.
  await worker.open(urls.follow)
  await worker.send(urls.follow, { receipt: code.toLowerCase().replace(/(.{4})/g, '$1 ') })
  expect(await worker.text()).toContain('厂里书面承诺十一月三十日前补发两个月工资。')
  expect(await worker.text()).not.toContain('彭小龙')
  await worker.send(urls.followRating, { solved: 'not_solved', satisfied: 'not_satisfied' })
  await worker.send(urls.followAct('reopening'), { reopening: '到了日子还是没有发。' })

  // Another handler takes it; the second answer is rated as solved, and that closes it.
  await openFromWork(officer, number)
  expect(await officer.text()).toContain('到了日子还是没有发。')
  await officer.send('/dispatch', { 'dispatch-handler': 'gao.yuan' })
  const other = await person()
  await signIn(other, 'gao.yuan')
  await openFromWork(other, number)
  await other.send('/acknowledgement')
  await other.send('/drafting')
  await other.send('/draft', { 'draft-outcome': 'supported', 'draft-body': '工资已于今天全部到账。' })
  await openFromWork(reviewer, number)
  await reviewer.send('/approval')
  await openFromWork(signer, number)
  await signer.send('/signature')
  await worker.open(urls.follow)
  await worker.send(urls.followRating, { solved: 'solved', satisfied: 'basically' })
  expect(await worker.text()).toContain(words.closing.solved)
  await officer.open(urls.deskCase(id))
  expect(await officer.text()).toContain(words.states.closed)

  // The week's digest goes out once, however often the cron fires.
  const nextWeek = noonOfNextMonday(new Date())
  const written = await fireUntilAllIsWritten(huying, nextWeek)
  await huying.scheduled('20 * * * *', nextWeek)
  expect(await digestsIn(huying.d1)).toBe(written)
  await expect.poll(() => digestOf(huying.d1, 'ma.chunyan')).toMatchObject({ status: 'sent' })
  const { period, data } = await digestOf(huying.d1, 'ma.chunyan')
  expect(period).toMatch(/^\d{4}-W\d{2}$/)
  const digest = v.parse(digestData, JSON.parse(data))
  expect(digest.filed).toBeGreaterThan(0)
  expect(digest.categories).toContainEqual(expect.objectContaining({ category: 'wages' }))
  expect(digest.rates.rated).toBeGreaterThan(0)

  await expectNowhere(huying, [worker, officer, handler, reviewer, signer, other])
}

/** When this week is over in China, and its digest due, whatever the hour is now. */
function noonOfNextMonday(now: Date): Date {
  const there = new Date(now.getTime() + 8 * 3_600_000)
  const days = 8 - (there.getUTCDay() || 7)
  return new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate() + days, 4))
}

/** The job writes in slices, so that one run stays within the platform's limits. */
async function fireUntilAllIsWritten({ d1, scheduled }: Huying, at: Date): Promise<number> {
  for (let before = -1; ; ) {
    await scheduled('20 * * * *', at)
    const written = await digestsIn(d1)
    if (written === before) return written
    before = written
  }
}

async function digestsIn(d1: D1Database): Promise<number> {
  return Number(await d1.prepare("select count(*) as n from notices where kind = 'digest'").first('n'))
}

async function digestOf(d1: D1Database, staffId: string) {
  const row = await d1
    .prepare(
      `select status, event as period, data from notices n join deliveries d on d.notice_id = n.id
        where kind = 'digest' and address = ? order by event desc`,
    )
    .bind(`${staffId}@demo.example`)
    .first<{ status: string; period: string; data: string }>()
  return row ?? { status: 'missing', period: '', data: '{}' }
}
