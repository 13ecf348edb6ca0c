import { expect, test } from 'vitest'
import { oneLine, plainText } from '../../src/typed/line.ts'

test.each([
  ['东升制衣\r\nBcc: evil@example.org', '东升制衣 Bcc: evil@example.org'],
  ['东升\u2028制衣\u0085厂', '东升 制衣 厂'],
  ['东升\u0000\u001b[31m制衣', '东升[31m制衣'],
  ['\u202e厂衣制升东\u2066', '厂衣制升东'],
  ['东\u200b升\ufeff制衣\u00ad', '东升制衣'],
  ['　东升　制衣\t', '东升 制衣'],
  ['\ud800东升', '\ufffd东升'],
  ['e\u0301cole', 'école'],
  ['👩‍👩‍👧 𠮷田', '👩‍👩‍👧 𠮷田'],
])('%j is the one line %j', (typed, line) => {
  expect(oneLine(typed)).toBe(line)
})

test('what goes over many lines keeps them, and tabs, and nothing else that controls', () => {
  expect(plainText(' 一\r\n二\r三\t四\u0007\u0085\u0000 ')).toBe('一\n二\n三\t四')
})
