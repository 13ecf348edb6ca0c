import { quotedPrintable } from './quoted-printable.ts'
import type { Mail } from './send.ts'

/**
 * A mail as it goes over the wire after DATA, ended by its lone dot. Headers are encoded in short words
 * (RFC 2047), because a long one is broken by some servers; the Message-ID follows from the mail's id.
 */
export function compose(from: { name: string; email: string }, mail: Mail, at: Date): string {
  const domain = from.email.slice(from.email.indexOf('@') + 1)
  const boundary = `=_${mail.id}` // quoted-printable never writes these two characters
  const lines = [
    `From: ${encodedWords(from.name)} <${from.email}>`,
    `To: ${mail.to}`,
    `Subject: ${encodedWords(mail.subject)}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.id}@${domain}>`,
    ...Object.entries(mail.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part(boundary, 'plain', mail.text),
    ...part(boundary, 'html', mail.html),
    `--${boundary}--`,
  ]
  return `${lines.join('\r\n').replace(/^\./gm, '..')}\r\n.\r\n`
}

function part(boundary: string, kind: 'plain' | 'html', text: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: text/${kind}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ]
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
