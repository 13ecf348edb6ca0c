import { expect, test } from 'vitest'
import { sendMail } from '../../src/mail/send.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'

const settings = settingsFrom([])
const mail = {
  id: 'd1',
  to: 'cadre@example.org',
  locale: 'en' as const,
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
}

function binding(answer: () => unknown = () => ({})) {
  const sent: unknown[] = []
  const EMAIL = {
    async send(message: unknown) {
      sent.push(message)
      return answer()
    },
  } as SendEmail
  return { EMAIL, sent }
}

test('by default a mail leaves through the binding, in the name of the federation', async () => {
  const { EMAIL, sent } = binding()
  expect(await sendMail({ EMAIL }, settings, mail)).toEqual({ ok: true })
  expect(sent).toEqual([
    {
      from: { name: 'County Federation of Trade Unions', email: 'huying@example.org' },
      to: 'cadre@example.org',
      subject: 'Hello',
      text: 'Hello',
      html: '<p>Hello</p>',
    },
  ])
})

test('a binding that refuses is told, not thrown', async () => {
  const { EMAIL } = binding(() => {
    throw new Error('E_RATE_LIMIT')
  })
  expect(await sendMail({ EMAIL }, settings, mail)).toEqual({
    ok: false,
    error: 'Error: E_RATE_LIMIT',
    maybeSent: false,
  })
})

test('an address that would smuggle in a header or a command never reaches the door', async () => {
  const { EMAIL, sent } = binding()
  const to = 'a@example.org>\r\nRCPT TO:<all@example.org'
  expect(await sendMail({ EMAIL }, settings, { ...mail, to })).toMatchObject({ ok: false })
  expect(sent).toEqual([])
})
