import { beforeAll, expect, test } from 'vitest'
import { newsWays } from '../../src/db/tables/news.ts'
import { urls } from '../../src/urls.ts'
import { read } from '../support/town/pages.ts'
import { answers, db, found, openedToken, sites, visitor } from './visitor.ts'

beforeAll(found)

const newsMail = 'li.na@example.com'

/** A worker before his receipt: its page, and the part of its address that says which it is. */
async function filed() {
  await db.delete(newsWays)
  const worker = visitor()
  const token = await openedToken(worker, sites.grievance)
  const sent = await worker.post(sites.grievance, { ...answers, token, step: 'send' })
  const address = sent.headers.get('location') ?? ''
  const of = new URL(address, 'https://huying.test').searchParams.get('of') ?? ''
  return { worker, address, of }
}

const rows = () => db.select().from(newsWays)

test('filing writes nothing of it; his receipt asks, folded, and says what a mail gives away', async () => {
  const { worker, address } = await filed()
  expect(await rows()).toEqual([])
  const page = await (await worker.get(address)).text()
  expect(page).toContain('<summary>有新消息时提醒我</summary>')
  expect(read(page)).toContain('从 huying@example.org 发来')
})

test.each(['', 'yes'])(
  'the address is taken once for two taps, and the page says where it goes; kept: %s',
  async (kept) => {
    const { worker, of } = await filed()
    for (const _tap of [1, 2]) {
      const answer = await worker.post(urls.receiptNews, { of, kept, newsMail })
      expect(answer.status).toBe(303)
      const page = read(await (await worker.get(answer.headers.get('location') ?? '')).text())
      expect(page).toContain('发邮件到 l…@example.com')
      expect(page.includes('查询码已存好')).toBe(kept === 'yes')
    }
    expect(await rows()).toHaveLength(1)
  },
)

test('what is no address comes back as it was typed', async () => {
  const { worker, of } = await filed()
  const answer = await worker.post(urls.receiptNews, { of, newsMail: 'li.na' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('value="li.na"')
  expect(page).toMatch(/<details class="no-print" open/)
  expect(page).toContain('href="#newsMail"')
})

test('another browser adds no address to a receipt that it did not send', async () => {
  const { of } = await filed()
  const answer = await visitor().post(urls.receiptNews, { of, newsMail })
  expect(read(await answer.text())).toContain('查询码不再显示')
  expect(await rows()).toEqual([])
})

test('an address that was typed is there in the other language', async () => {
  const { worker, of, address } = await filed()
  const led = await worker.post(`${urls.words}?lang=en&at=${encodeURIComponent(address)}`, {
    of,
    newsMail: 'half',
  })
  const page = await (await worker.get(led.headers.get('location') ?? '')).text()
  expect(page).toContain('value="half"')
  expect(page).toContain('Tell me when there is news')
})
