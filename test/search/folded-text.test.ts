import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../src/search/excerpt.ts'
import { fold, pairsOf, piecesOf } from '../../src/search/folded-text.ts'

const pairs = (text: string) => [...pairsOf(fold(text).text)]

describe('a text is looked for', () => {
  test('by each two characters beside each other, once', () => {
    expect(pairs('工资没发工资')).toEqual(['工资', '资没', '没发', '发工'])
  })

  test('in any width and case', () => {
    expect(pairs('ＡＢＣ２０２６')).toEqual(pairs('abc2026'))
    expect(pairs('Wages')).toEqual(['wa', 'ag', 'ge', 'es'])
  })

  test('over the border of Chinese and Latin, and over what is white beside Chinese', () => {
    expect(pairs('A栋3楼')).toEqual(['a栋', '栋3', '3楼'])
    expect(pairs('7 月没\n发')).toEqual(pairs('7月没发'))
  })

  test('never over a sign, nor over the gap between two words of letters', () => {
    expect(pairs('工资，押金')).toEqual(['工资', '押金'])
    expect(pairs('no pay')).toEqual(['no', 'pa', 'ay'])
  })

  test('nor from halves of a character', () => {
    expect(pairs('𠮷𠮷家')).toEqual(['𠮷𠮷', '𠮷家'])
  })
})

test('what is typed is parted by spaces and signs, each part once', () => {
  expect(piecesOf(' 工资　押金，工资 ')).toEqual(['工资', '押金'])
  expect(piecesOf('２０２６ 年')).toEqual(['2026', '年'])
  expect(piecesOf('？！ …')).toEqual([])
})

describe('an excerpt', () => {
  const marked = (texts: string[], typed: string) =>
    excerptOf(texts, piecesOf(typed))
      ?.map(({ text, found }) => (found ? `[${text}]` : text))
      .join('')

  test('marks what was found as it was written, whatever its width', () => {
    expect(marked(['押金 ５００ 元没退'], '500')).toBe('押金 [５００] 元没退')
    expect(marked(['他说 7 月发'], '7月')).toBe('他说 [7 月]发')
  })

  test('shows the place in a long text, on one line, and says where more of it is', () => {
    const text = `${'前面说了很多别的事情。'.repeat(10)}\n\n押金没退。${'后面也是。'.repeat(30)}`
    const shown = marked([text], '押金') ?? ''
    expect(shown).toMatch(/^….{0,16} ?\[押金\]没退。.*…$/)
    expect(shown.length).toBeLessThan(90)
  })

  test('is of the text that holds it; all that was typed has to be in one or another', () => {
    expect(marked(['没有提到', '押金没退'], '押金')).toBe('[押金]没退')
    expect(marked(['工资没发', '押金没退'], '工资 押金')).toBe('[工资]没发')
    expect(marked(['工资没发'], '工资 押金')).toBeUndefined()
  })

  test('of touching finds is one mark', () => {
    expect(marked(['拖欠工资'], '拖欠 工资')).toBe('[拖欠工资]')
  })

  test('of nothing that was looked for is how it begins', () => {
    expect(marked(['工资没发', '押金没退'], '')).toBe('工资没发')
  })
})
