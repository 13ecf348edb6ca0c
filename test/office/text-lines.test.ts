import { expect, test } from 'vitest'
import { fitted, linesOf, widthOf } from '../../src/office/sites/text-lines.ts'

test('a text is broken between words, no mark begins a line, and the lines are about as long', () => {
  expect(linesOf('手机扫一扫，工会听您说。', 'zh', 8)).toEqual(['手机扫一扫，', '工会听您说。'])
  expect(linesOf('Tell the union about a problem', 'en', 9)).toEqual(['Tell the union', 'about a problem'])
  expect(linesOf('短', 'zh', 8)).toEqual(['短'])
  expect(linesOf('', 'zh', 8)).toEqual([])
})

test('no line is wider than it may be, also where one word is', () => {
  for (const text of ['a'.repeat(90), '工'.repeat(90), '反映、（建议）、“投诉”'.repeat(9)])
    for (const line of linesOf(text, 'zh', 12)) expect(widthOf(line, 'zh')).toBeLessThanOrEqual(13.5)
})

test('a text is as large as it fits in so many lines, and as small as it gets where it does not', () => {
  expect(fitted('向工会反映问题', 'zh', 70, [12, 10, 8], 1)).toEqual({ size: 10, lines: ['向工会反映问题'] })
  expect(fitted('工'.repeat(50), 'zh', 70, [12, 10], 1).size).toBe(10)
})
