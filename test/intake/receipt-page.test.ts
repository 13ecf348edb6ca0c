import { beforeAll, expect, test } from 'vitest'
import {
  answers,
  clock,
  found,
  lastCase,
  openedToken,
  receiptPage,
  sites,
  type Values,
  visitor,
} from './visitor.ts'

beforeAll(async () => {
  clock.now = new Date('2026-11-23T02:14:00Z')
  await found()
})
async function receiptOf(more: Values) {
  const worker = visitor()
  const token = await openedToken(worker, sites.grievance)
  const page = await receiptPage(
    worker,
    await worker.post(sites.grievance, { ...answers, ...more, token, step: 'send' }),
  )
  const read = page
    .replaceAll('<br/>', ' · ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
  return { page, read, number: (await lastCase()).number }
}

const named = { named: 'yes', worker_name: '王芳', worker_phone: '13800138000' }

test('a receipt says its number and when it was filed, as proof', async () => {
  const { read, number } = await receiptOf(named)
  expect(read).toContain(`第 ${number} 号 · 2026年11月23日 10:15 提交`)
})

test.each([{}, { danger: 'yes' }])('an anonymous one says the day and no minute (%o)', async (more) => {
  const { read, number } = await receiptOf(more)
  expect(read).toContain(`第 ${number} 号 · 2026年11月23日 提交`)
})

test('its code is a picture that a phone keeps when it is pressed long', async () => {
  const { page, read } = await receiptOf({})
  expect(page).toMatch(/<img class="qr" src="data:image\/png;base64,/)
  expect(read).toContain('长按二维码，存进这部手机的相册')
})

test('in danger it shows whom to call, and asks nobody to come back and fill in what is filed', async () => {
  const { page, read } = await receiptOf({ danger: 'yes' })
  expect(page).toContain('tel:110')
  expect(read).not.toMatch(/再回来|再点/)
})
