import type { Bilingual, Locale } from '../db/vocabulary.ts'

/** One mail to one person, written in both forms. The same `id` is always the same mail. */
export interface Mail {
  id: string
  to: string
  locale: Locale
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
}

/** `maybeSent`: the other side had all of it and then fell silent; whoever must not mail twice asks a person. */
export type Sent = { ok: true } | { ok: false; error: string; maybeSent: boolean }

export interface MailSettings {
  name: Bilingual
  mail: {
    from: string
    way: 'binding' | 'smtp'
    smtpHost: string
    smtpPort: number
    smtpUser: string
    smtpSecurity?: 'tls' | 'starttls' | undefined
  }
}

export interface MailBindings {
  EMAIL: SendEmail
  SMTP_PASSWORD?: string
}

/**
 * The one door out. Sends through the `EMAIL` binding or, where the settings say so, by SMTP; never throws
 * for what a network does. The binding chooses the Message-ID itself and refuses one in `headers`.
 */
export async function sendMail(env: MailBindings, settings: MailSettings, mail: Mail): Promise<Sent> {
  if (!isAddress(mail.to)) return { ok: false, error: 'not an e-mail address', maybeSent: false }
  const from = { name: settings.name[mail.locale], email: settings.mail.from }
  try {
    if (settings.mail.way === 'smtp') return await bySmtp(env, settings, from, mail)
    const { to, subject, text, html, headers } = mail
    await env.EMAIL.send({ from, to, subject, text, html, ...(headers && { headers }) })
    return { ok: true }
  } catch (error) {
    return { ok: false, error: String(error).slice(0, 500), maybeSent: false }
  }
}

/** Neither a header nor a command may be smuggled in with an address. */
function isAddress(text: string): boolean {
  return /^[^\s<>@]+@[^\s<>@]+$/.test(text)
}

async function bySmtp(
  env: MailBindings,
  { mail: { smtpHost, smtpPort, smtpUser, smtpSecurity } }: MailSettings,
  from: { name: string; email: string },
  mail: Mail,
): Promise<Sent> {
  // Imported when needed, so that pages never evaluate it.
  const [{ compose }, { deliver }] = await Promise.all([import('./mime.ts'), import('./smtp.ts')])
  const server = {
    host: smtpHost,
    port: smtpPort,
    security: smtpSecurity ?? (smtpPort === 465 ? 'tls' : 'starttls'),
    user: smtpUser,
    password: env.SMTP_PASSWORD ?? '',
  }
  return await deliver(server, { from: from.email, to: mail.to, data: compose(from, mail) })
}
