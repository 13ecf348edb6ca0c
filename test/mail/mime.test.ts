import { expect, test } from 'vitest'
import { compose, encodedWords } from '../../src/mail/mime.ts'
import { quotedPrintable } from '../../src/mail/quoted-printable.ts'

const at = new Date('2026-11-23T02:00:00Z')

const from = { name: '云溪县总工会', email: 'huying@example.org' }
const mail = {
  id: 'd1',
  to: 'cadre@example.org',
  locale: 'zh' as const,
  subject: '本周诉求摘要',
  text: '.开头的点\n第二行',
  html: '<p>你好</p>',
}

test('a long header is written in words of at most 75 characters, never cut inside a character', () => {
  const words = encodedWords('呼应'.repeat(40)).split('\r\n ')
  expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(75)
  const texts = words.map((word) => atob(word.slice('=?UTF-8?B?'.length, -'?='.length)))
  const bytes = Uint8Array.from(texts.join(''), (character) => character.charCodeAt(0))
  expect(new TextDecoder().decode(bytes)).toBe('呼应'.repeat(40))
})

test('a line break in a name cannot start a header of its own', () => {
  const data = compose({ name: 'Union\r\nBcc: all@example.org', email: from.email }, mail, at)
  expect(data).not.toMatch(/^Bcc:/m)
})

test('the same mail has the same Message-ID, text before HTML, and headers of its own', () => {
  const data = compose(from, { ...mail, headers: { 'List-Unsubscribe': '<https://huying.example/x>' } }, at)
  expect(data).toContain('\r\nMessage-ID: <d1@example.org>\r\n')
  expect(data).toContain('\r\nList-Unsubscribe: <https://huying.example/x>\r\n')
  expect(data.indexOf('text/plain')).toBeLessThan(data.indexOf('text/html'))
  expect(data).toMatch(/\r\n\.\r\n$/)
})

test('a mail says when it was sent', () => {
  expect(compose(from, mail, at)).toContain('\r\nDate: Mon, 23 Nov 2026 02:00:00 +0000\r\n')
})

test('only the last line is a lone dot, whatever the text begins its lines with', () => {
  const data = compose(from, { ...mail, text: '.\n.开头的点\n..' }, at)
  expect(data.match(/^\.\r$/gm)).toHaveLength(1)
  expect(data).toContain('\r\n..\r\n..=E5=BC=80')
})

test.each([
  ['every byte of UTF-8 and the sign of escape', '工资 = 3 × ¥1,000 😀 a=3D'],
  ['blanks at the end of lines', 'one \ntwo\t\n \n'],
  ['lines of any length', `${'长'.repeat(400)}\n${'a'.repeat(400)} ${'b c '.repeat(90)}`],
])('%s come back as they were, in lines that every server takes', (_, text) => {
  const written = quotedPrintable(text)
  expect(Math.max(...written.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
  expect(written).toMatch(/^[\t\r\n -~]*$/)
  expect(written).not.toMatch(/[ \t]$/m)
  expect(unquoted(written)).toBe(text)
})

/** Reads quoted-printable as RFC 2045 tells a mail program to. */
function unquoted(written: string): string {
  const escaped = written.replaceAll('=\r\n', '').replaceAll('\r\n', '\n').replaceAll('%', '%25')
  return decodeURIComponent(escaped.replace(/=([0-9A-F]{2})/g, '%$1'))
}
