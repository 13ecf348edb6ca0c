import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { urls } from '../../src/urls.ts'
import { selfSigned } from '../support/certificate.ts'
import { dumped } from '../support/dumping.ts'
import { seedFederation } from '../support/federation.ts'
import type { Huying } from '../support/huying.ts'
import { readable, startMailServer } from '../support/smtp.ts'
import { openFromWork, signIn } from './road/people.ts'
import { fileAt, lastFiled } from './road/worker.ts'

const trusted = selfSigned()
const folder = mkdtempSync(join(tmpdir(), 'huying-news-'))
writeFileSync(join(folder, 'ca.pem'), trusted.cert)
// Read when miniflare is first loaded, which is why the journey is imported after it.
process.env.NODE_EXTRA_CA_CERTS = join(folder, 'ca.pem')
const { expect, test } = await import('../support/journey.ts')
const { contextOf, traveller } = await import('./road/traveller.ts')

let server: Awaited<ReturnType<typeof startMailServer>>
beforeAll(async () => {
  server = await startMailServer({ ...trusted, secure: true })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const site = urls.site('qh7cm')
const code = /[2-9CFGHJMPQRVWX]{16}/

/** Mail leaves by the server of the test, and workers are told from an address that names nobody. */
async function mailBy({ d1 }: Huying, port: number) {
  const mail = { from: 'huying@example.org', way: 'smtp', smtpHost: 'localhost', smtpPort: port }
  const news = {
    quietFrom: '21:00',
    quietUntil: '08:00',
    from: 'note@example.net',
    sender: { zh: '消息提醒', en: 'Reminder' },
    subject: { zh: '有新消息', en: 'There is news' },
  }
  const values = {
    mail: { ...mail, smtpUser: '', smtpSecurity: 'tls' },
    news,
    address: 'https://union.example.org',
  }
  await d1.batch(
    Object.entries(values).map(([key, value]) =>
      d1
        .prepare('insert or replace into settings (key, value, updated_at) values (?, ?, 0)')
        .bind(key, JSON.stringify(value)),
    ),
  )
}

/** A time of one of the next days, as the clock of the federation shows it. */
function at(day: number, time: string): Date {
  const then = new Date(Date.now() + day * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  return new Date(`${then}T${time}:00+08:00`)
}

/** All that a mail says, its headers as well. */
function saidBy(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const words = /=\?UTF-8\?B\?([^?]+)\?=/g
  const headers = head.replace(words, (_, text: string) => Buffer.from(text, 'base64').toString())
  return `${headers}\r\n\r\n${readable(body.join('\r\n\r\n'))}`
}

for (const scripts of [true, false])
  test(`a worker without a name is told that there is news, once a day, until he has it forgotten; scripts: ${scripts}`, async ({
    huying,
    visit,
  }) => {
    await seedFederation(huying)
    await mailBy(huying, server.port)
    const manner = { locale: 'zh', scripts, axe: scripts } as const
    const person = async () => traveller(await visit(contextOf(manner)), manner)
    const address = `hua.${scripts}@example.com`
    const mails = () => server.mails.filter(({ to }) => to.includes(address)).map(({ raw }) => saidBy(raw))
    const strike = (time: Date) => huying.scheduled('50 * * * *', time)

    // He files without his name, and leaves an address under his receipt.
    const worker = await person()
    const receipt = await fileAt(worker, site, { story: '九月的工资到现在还没有发。' })
    await worker.send(urls.receiptNews, { newsMail: address })
    expect(await worker.text()).toContain('发邮件到 h…@example.com')
    const { number } = await lastFiled(huying)

    // A cadre accepts it. At night nothing is sent; in the morning there is one mail, and it tells nobody anything.
    const officer = await person()
    await signIn(officer, 'ma.chunyan')
    await openFromWork(officer, number)
    await officer.send('/acceptance', { 'acceptance-workers': '3' })
    await strike(at(1, '02:50'))
    expect(mails()).toEqual([])
    await strike(at(1, '08:50'))
    const [mail = '', ...others] = mails()
    expect(others).toEqual([])
    expect(mail).toContain('From: 消息提醒 <note@example.net>')
    expect(mail).toContain('Subject: 有新消息')
    expect(mail).toContain('有新内容等您看')
    expect(mail).not.toMatch(/工会|诉求|举报|工资|呼应|union|case|huying|receipt|https?:/i)
    expect(mail).not.toMatch(code)
    expect(mail).not.toContain(String(number))
    expect(mail).not.toMatch(/^(?:List-|Reply-To|X-Mailer)/im)

    // A second act of the same day sends no second mail.
    await officer.send('/dispatch', { 'dispatch-handler': 'peng.xiaolong' })
    await strike(at(1, '11:50'))
    expect(mails()).toHaveLength(1)

    // He has it forgotten: nothing is sent any more, and the address is nowhere.
    await worker.open(urls.follow)
    await worker.send(urls.follow, { receipt })
    await worker.send(urls.followNewsEnd)
    expect(await worker.text()).toContain('以后不再提醒')
    const handler = await person()
    await signIn(handler, 'peng.xiaolong')
    await openFromWork(handler, number)
    await handler.send('/acknowledgement')
    await strike(at(2, '10:50'))
    expect(mails()).toHaveLength(1)
    expect((await huying.d1.prepare('select count(*) as n from news_ways').first<{ n: number }>())?.n).toBe(0)
    expect(await dumped(huying.d1)).not.toContain(address)
  })
