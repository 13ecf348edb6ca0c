import { expect, test } from 'vitest'
import { compose, encodedWords } from '../../src/mail/mime.ts'

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
  const data = compose({ name: 'Union\r\nBcc: all@example.org', email: from.email }, mail)
  expect(data).not.toMatch(/^Bcc:/m)
})

test('the same mail has the same Message-ID, text before HTML, and headers of its own', () => {
  const data = compose(from, { ...mail, headers: { 'List-Unsubscribe': '<https://huying.example/x>' } })
  expect(data).toContain('\r\nMessage-ID: <d1@example.org>\r\n')
  expect(data).toContain('\r\nList-Unsubscribe: <https://huying.example/x>\r\n')
  expect(data.indexOf('text/plain')).toBeLessThan(data.indexOf('text/html'))
  expect(data).toMatch(/\r\n\.\r\n$/)
})
