import { expect, test } from 'vitest'
import { sendMail } from '../../src/mail/send.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import { bindings } from '../support/signed-in.ts'

const settings = settingsFrom([])
const mail = {
  id: 'd1',
  to: 'cadre@example.org',
  locale: 'en' as const,
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
}

function door(answer: () => void = () => undefined) {
  const sent: unknown[] = []
  const platform = bindings({
    async post(message) {
      sent.push(message)
      answer()
    },
  })
  return { platform, sent }
}

test('by default a mail is handed to the platform, in the name of the federation', async () => {
  const { platform, sent } = door()
  expect(await sendMail(platform, settings, mail)).toEqual({ ok: true })
  expect(sent).toEqual([
    {
      from: { name: 'County Federation of Trade Unions', email: 'huying@example.org' },
      to: 'cadre@example.org',
      subject: 'Hello',
      text: 'Hello',
      html: '<p>Hello</p>',
      // Nobody’s absence note comes back.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    },
  ])
})

test('the headers of one kind of mail stand beside those of all', async () => {
  const { platform, sent } = door()
  await sendMail(platform, settings, {
    ...mail,
    headers: { 'List-Unsubscribe': '<https://huying.example/x>' },
  })
  expect(sent).toMatchObject([
    { headers: { 'List-Unsubscribe': '<https://huying.example/x>', 'Auto-Submitted': 'auto-generated' } },
  ])
})

test('a platform that refuses is told, not thrown', async () => {
  const { platform } = door(() => {
    throw new Error('E_RATE_LIMIT')
  })
  expect(await sendMail(platform, settings, mail)).toEqual({
    ok: false,
    error: 'Error: E_RATE_LIMIT',
    maybeSent: false,
  })
})

test('an address that would smuggle in a header or a command never reaches the door', async () => {
  const { platform, sent } = door()
  const to = 'a@example.org>\r\nRCPT TO:<all@example.org'
  expect(await sendMail(platform, settings, { ...mail, to })).toMatchObject({ ok: false })
  expect(sent).toEqual([])
})

test('a name from before names were cleaned ends no head', async () => {
  const { platform, sent } = door()
  const broken = 'Yunxi\r\nBcc: evil@example.org'
  const named = { ...settings, name: { zh: broken, en: broken } }
  await sendMail(platform, named, { ...mail, subject: broken })
  const line = 'Yunxi Bcc: evil@example.org'
  expect(sent).toMatchObject([{ subject: line, from: { name: line } }])
})
