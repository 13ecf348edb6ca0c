import type { Bilingual, Locale } from '../db/vocabulary.ts'
import type { Platform } from '../platform/types.ts'
import { oneLine } from '../typed/line.ts'
import type { SmtpServer } from './smtp.ts'

/** One mail to one person, written in both forms. The same `id` is always the same mail. */
export interface Mail {
  id: string
  to: string
  locale: Locale
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
  /** Who it says it is from, where that is not the federation. */
  from?: { name: string; email: string }
}

/** `maybeSent`: the other side had all of it and then fell silent; whoever must not mail twice asks a person. */
export type Sent = { ok: true } | { ok: false; error: string; maybeSent: boolean }

export interface MailSettings {
  name: Bilingual
  /** Where the service is reached; empty where it does not know. */
  address: string
  mail: {
    from: string
    way: 'binding' | 'smtp'
    smtpHost: string
    smtpPort: number
    smtpUser: string
    smtpSecurity?: 'tls' | 'starttls' | undefined
  }
}

/** What of a platform mail leaves by. */
export type MailWays = Pick<Platform, 'post' | 'connect' | 'clock' | 'secrets'>

/**
 * The one door out. Hands a mail to the platform or, where the settings say so, to a server by SMTP; never
 * throws for what a network does. The platform refuses a Message-ID of ours in `headers`.
 */
export async function sendMail(platform: MailWays, settings: MailSettings, written: Mail): Promise<Sent> {
  if (!isAddress(written.to)) return { ok: false, error: 'not an e-mail address', maybeSent: false }
  // Names from before they were cleaned may carry line breaks, which end a head.
  const mail = {
    ...written,
    subject: oneLine(written.subject),
    headers: { ...written.headers, ...byMachine },
  }
  const ours = { name: oneLine(settings.name[mail.locale]), email: settings.mail.from }
  const from = mail.from ? { ...mail.from, name: oneLine(mail.from.name) } : ours
  try {
    if (settings.mail.way === 'smtp') return await bySmtp(platform, settings, from, mail)
    const { to, subject, text, html, headers } = mail
    await platform.post({ from, to, subject, text, html, headers })
    return { ok: true }
  } catch (error) {
    return { ok: false, error: String(error).slice(0, 500), maybeSent: false }
  }
}

/** Says that nobody sits at the other end, so that no absence note is sent back (RFC 3834; Exchange reads the other). */
const byMachine = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** Neither a header nor a command may be smuggled in with an address. */
function isAddress(text: string): boolean {
  return /^[^\s<>@]+@[^\s<>@]+$/.test(text)
}

async function bySmtp(
  { connect, clock, secrets }: MailWays,
  { address, mail: { smtpHost, smtpPort, smtpUser, smtpSecurity } }: MailSettings,
  from: { name: string; email: string },
  mail: Mail,
): Promise<Sent> {
  // Imported when needed, so that pages never evaluate it.
  const [{ compose }, { deliver }] = await Promise.all([import('./mime.ts'), import('./smtp.ts')])
  const server: SmtpServer = {
    // A host that passes a mail on writes down how it was greeted.
    helo: (!mail.from && hostNameOf(address)) || from.email.slice(from.email.indexOf('@') + 1),
    host: smtpHost,
    port: smtpPort,
    security: smtpSecurity ?? (smtpPort === 465 ? 'tls' : 'starttls'),
    user: smtpUser,
    password: secrets.smtpPassword ?? '',
  }
  const data = compose(from, mail, clock())
  return await deliver(connect, server, { from: from.email, to: mail.to, data })
}

/** The host of an address, where it has a whole name; a single word or a number names nobody out there. */
function hostNameOf(address: string): string | null {
  const host = URL.parse(address)?.hostname ?? ''
  return /^(?!.*\.\d+$)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? host : null
}
