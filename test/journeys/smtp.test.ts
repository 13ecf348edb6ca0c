import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFinished, test } from 'vitest'
import { selfSigned } from '../support/certificate.ts'
import type { Huying } from '../support/huying.ts'
import { readable, startMailServer } from '../support/smtp.ts'

const trusted = selfSigned()
const folder = mkdtempSync(join(tmpdir(), 'huying-smtp-'))
let huying: Huying
let hour = Date.parse('2026-11-24T00:20:00Z')

beforeAll(async () => {
  // Read when miniflare is first loaded, which is why the harness is imported after it.
  writeFileSync(join(folder, 'ca.pem'), trusted.cert)
  process.env.NODE_EXTRA_CA_CERTS = join(folder, 'ca.pem')
  const { startHuying } = await import('../support/huying.ts')
  huying = await startHuying(inject('worker'), { vars: { SMTP_PASSWORD: 'a password' } })
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await huying.stop()
})

beforeEach(async () => {
  await huying.d1.batch(
    ['deliveries', 'notices', 'role_grants', 'staff'].map((table) =>
      huying.d1.prepare(`delete from ${table}`),
    ),
  )
})

/** A mail server of its own for the test, in the federation's settings. */
async function mailServer(security: 'tls' | 'starttls', options: SMTPServerOptions = {}) {
  const server = await startMailServer({ ...trusted, secure: security === 'tls', ...options })
  onTestFinished(server.stop)
  const mail = {
    from: 'huying@example.org',
    way: 'smtp',
    smtpHost: 'localhost',
    smtpPort: server.port,
    smtpUser: 'huying',
    smtpSecurity: security,
  }
  await huying.d1
    .prepare("insert or replace into settings (key, value, updated_at) values ('mail', ?, 0)")
    .bind(JSON.stringify(mail))
    .run()
  return server
}

/**
 * Writes one mail into the outbox, for somebody whose own weeks have not begun, and fires the cron that sends;
 * each time an hour later.
 */
async function send(kind = 'invitation') {
  hour += 3_600_000
  const data = JSON.stringify(kind === 'digest' ? digest : {})
  const { d1 } = huying
  await d1.batch([
    d1.prepare(
      "insert into staff (id, name, email, locale, created_at, updated_at) values ('staff-1', '张三', 'cadre@example.org', 'zh', 4102444800000, 0)",
    ),
    d1.prepare(
      "insert into role_grants (staff_id, org_id, org_path, role, created_at) values ('staff-1', 'root', '0001', 'handler', 0)",
    ),
    d1
      .prepare(
        "insert into notices (id, staff_id, kind, event, data, at) values ('n', 'staff-1', ?, '1', ?, 0)",
      )
      .bind(kind, data),
    d1.prepare(
      `insert into deliveries (id, notice_id, channel, address, next_at, created_at)
       values ('mail-1', 'n', 'mail', 'cadre@example.org', 0, 0)`,
    ),
  ])
  await huying.scheduled('20 * * * *', new Date(hour))
  return huying.d1.prepare('select status, attempts, error from deliveries').first()
}

const counts = { contactsDue: 0, contactsInTime: 0, rated: 0, solved: 0, partly: 0, satisfied: 0 }
const digest = {
  staffId: 'staff-1',
  from: 0,
  to: 1,
  filed: 1,
  open: [],
  dueThisWeek: 0,
  overdue: 0,
  overdueBy: [],
  rates: counts,
  categories: [],
}

test.each(['tls', 'starttls'] as const)('a mail goes out by SMTP, encrypted by %s', async (security) => {
  const { mails, logins } = await mailServer(security)
  expect(await send()).toEqual({ status: 'sent', attempts: 1, error: null })
  expect(logins).toEqual(['huying a password'])
  expect(mails).toMatchObject([{ to: ['cadre@example.org'], user: 'huying', encrypted: true }])
  const raw = mails[0]?.raw ?? ''
  expect(raw).toContain('\r\nMessage-ID: <mail-1@example.org>\r\n')
  expect(raw).toMatch(/\r\nSubject: =\?UTF-8\?B\?[^\r]+\?=\r\n/)
  expect(readable(raw)).toContain('登录时填写 cadre@example.org')
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(200)
})

test('a server that offers no encryption gets neither password nor mail', async () => {
  const { mails, logins } = await mailServer('starttls', { hideSTARTTLS: true, allowInsecureAuth: true })
  expect(await send()).toEqual({
    status: 'pending',
    attempts: 1,
    error: 'Error: the server offers no encryption',
  })
  expect([mails, logins]).toEqual([[], []])
})

test('a server with a certificate of somebody else gets neither password nor mail', async () => {
  const { mails, logins } = await mailServer('tls', selfSigned())
  expect(await send()).toMatchObject({ status: 'pending', attempts: 1 })
  expect([mails, logins]).toEqual([[], []])
})

test('a refused recipient is noted with the words of the server, and tried again', async () => {
  await mailServer('tls', { onRcptTo: (_address, _session, done) => done(new Error('no such mailbox')) })
  expect(await send()).toMatchObject({
    status: 'pending',
    error: expect.stringContaining('no such mailbox'),
  })
})

test('a server that hangs up is not waited for', async () => {
  const server = await mailServer('tls', { onMailFrom: () => server.hangUp() })
  expect(await send()).toMatchObject({ status: 'pending', attempts: 1, error: expect.any(String) })
})

test('a digest whose server fell silent after the last word waits for a person', async () => {
  const server = await mailServer('tls', {
    onData(stream) {
      stream.on('data', () => undefined)
      stream.on('end', () => server.hangUp())
    },
  })
  expect(await send('digest')).toMatchObject({ status: 'interrupted', attempts: 1 })
})
