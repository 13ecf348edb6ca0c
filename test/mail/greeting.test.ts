import { expect, test } from 'vitest'
import { sendMail } from '../../src/mail/send.ts'
import { settingsFrom } from '../../src/orgs/settings.ts'
import type { Connection } from '../../src/platform/types.ts'
import { bindings } from '../support/signed-in.ts'

const mail = {
  id: 'd1',
  to: 'cadre@example.org',
  locale: 'zh' as const,
  subject: '你好',
  text: '你好',
  html: '<p>你好</p>',
}

/** A mail server that takes everything, and keeps what it is told. */
function server() {
  const heard: string[] = []
  const bytes = (text: string) => new TextEncoder().encode(text)
  const answers = [bytes('220 here\r\n')]
  const connection: Connection = {
    read: async () => answers.shift() ?? null,
    async write(message) {
      const said = new TextDecoder().decode(message)
      heard.push(said)
      answers.push(
        bytes(
          said.startsWith('DATA')
            ? '354 go on\r\n'
            : said.startsWith('QUIT')
              ? '221 bye\r\n'
              : '250 fine\r\n',
        ),
      )
    },
    startTls: () => connection,
    close: () => undefined,
  }
  return { heard, platform: bindings({ connect: () => connection }) }
}

async function saidWith(address: string) {
  const { heard, platform } = server()
  const settings = settingsFrom([])
  const bySmtp = { ...settings.mail, way: 'smtp' as const, smtpHost: 'mail.example.org' }
  expect(await sendMail(platform, { ...settings, address, mail: bySmtp }, mail)).toEqual({ ok: true })
  return heard
}

test.each([
  ['https://huying.wangjiang.example', 'huying.wangjiang.example'],
  ['https://huying.wangjiang.example:8443', 'huying.wangjiang.example'],
  // What is no name out there is not said; the sender's domain is one.
  ['http://localhost:8787', 'example.org'],
  ['http://127.0.0.1', 'example.org'],
  ['http://[::1]', 'example.org'],
  ['', 'example.org'],
])('at %s the service greets a mail server as %s', async (address, name) => {
  const [greeting] = await saidWith(address)
  expect(greeting).toBe(`EHLO ${name}\r\n`)
})

test('a mail by SMTP says that no person wrote it', async () => {
  const head = (await saidWith('')).join('').split('\r\n\r\n')[0]
  expect(head).toContain('\r\nAuto-Submitted: auto-generated\r\n')
  expect(head).toContain('\r\nX-Auto-Response-Suppress: All\r\n')
})
