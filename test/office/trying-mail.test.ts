import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import type { Platform } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { mailbox } from '../support/sent-mails.ts'
import { bindings } from '../support/signed-in.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, read } from '../support/town/pages.ts'
import { deliveriesOf } from '../support/town/post.ts'
import { monday, type Town } from '../support/town/town.ts'

let here: Town
beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

/** Presses the button; what the page says then. */
async function tryIt(changes: Partial<Platform>) {
  const limits = { ...bindings().limits, signIn: async () => true }
  const phone = await at('administrator', { limits, ...changes })
  const answer = await phone.post(urls.officeTestMail)
  expect(answer.headers.get('location')).toBe(urls.officeMail)
  return await (await phone.get(urls.officeMail)).text()
}

const failing = (message: string) => ({
  post: async () => {
    throw new Error(message)
  },
})

test('an administrator sends himself a mail, and reads at once that it went', async () => {
  const { mails, post } = mailbox()
  const page = read(await tryIt({ post }))
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([['administrator@union.example', '测试邮件']])
  expect(page).toContain('已发往 administrator@union.example')
})

test('one that does not go says why in a sentence, is tried again, and gives way to the next', async () => {
  const page = await tryIt(failing('E_SENDER_NOT_VERIFIED'))
  expect(read(page)).toContain('邮件服务商不认可发件地址')
  expect(page).toMatch(/<summary>服务器的原话<\/summary>\s*<p class="hint">Error: E_SENDER_NOT_VERIFIED/)
  expect(await deliveriesOf(here)).toMatchObject([{ status: 'pending', attempts: 1 }])
  const { post } = mailbox()
  expect(await tryIt({ post })).not.toContain('E_SENDER')
  expect(await deliveriesOf(here)).toMatchObject([{ status: 'sent', attempts: 1 }])
})

test.each([
  ['535 5.7.8 authentication failed', '不认可用户名或密码'],
  ['550 5.1.1 no such user', '不接受收件地址或发件地址'],
  ['421 try again later', '暂时不收'],
  ['554 spam', '不接受收件地址或发件地址'],
  ['E_DAILY_LIMIT_EXCEEDED', '今天发的邮件太多'],
  ['the server offers no encryption', '不支持加密'],
  ['proxy request failed, cannot connect to the specified address', '没有连上邮件服务器'],
])('a server that says “%s” is understood', async (message, words) => {
  expect(read(await tryIt(failing(message)))).toContain(words)
})

test('who tries without end waits a minute, and reads so', async () => {
  const { mails, post } = mailbox()
  const phone = await at('administrator', { post })
  let answer = await phone.post(urls.officeTestMail)
  for (let tries = 0; tries < 30 && answer.headers.get('location') === urls.officeMail; tries++)
    answer = await phone.post(urls.officeTestMail)
  expect(read(await (await phone.get(answer.headers.get('location') ?? '')).text())).toContain(
    '请过一分钟再试',
  )
  expect(mails.length).toBeLessThan(30)
})
