import { Email } from 'worker-mailer'
import type { Mail } from './send.ts'

/**
 * A mail as it goes over the wire after DATA, ended by its lone dot. Headers are encoded here in short
 * words (RFC 2047), because a long one is broken by some servers; the Message-ID follows from the mail's id.
 */
export function compose(from: { name: string; email: string }, mail: Mail): string {
  const domain = from.email.slice(from.email.indexOf('@') + 1)
  const email = new Email({
    from: from.email,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      From: `${encodedWords(from.name)} <${from.email}>`,
      Subject: encodedWords(mail.subject),
      'Message-ID': `<${mail.id}@${domain}>`,
      ...mail.headers,
    },
  })
  return email.getEmailData()
}

/** Text for a header: base64 words of at most 75 characters, one a line, never cut inside a character. */
export function encodedWords(text: string): string {
  const bytes = new TextEncoder()
  const chunks = ['']
  for (const character of text) {
    const chunk = `${chunks.at(-1)}${character}`
    if (bytes.encode(chunk).length <= 45) chunks[chunks.length - 1] = chunk
    else chunks.push(character)
  }
  return chunks.map((chunk) => `=?UTF-8?B?${base64(bytes.encode(chunk))}?=`).join('\r\n ')
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
