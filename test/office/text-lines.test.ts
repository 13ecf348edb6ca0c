import { expect, test } from 'vitest'
import { PosterDrawing } from '../../src/office/sites/poster-drawing.tsx'
import { spelt } from '../../src/office/sites/poster-frame.tsx'
import type { PosterFacts } from '../../src/office/sites/poster-words.ts'
import { StickerDrawing } from '../../src/office/sites/sticker-drawing.tsx'
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

test('however long its words are, each line of a poster has its own place', () => {
  const long = 'Joining the union and asking for help: riders, couriers and drivers'
  const facts: PosterFacts = {
    code: 'QH7CM',
    address: new URL('https://huying.wangjiang-gonghui.example.org.cn/q/QH7CM'),
    second: new URL('https://hy.example.cn/q/QH7CM'),
    federation: { zh: '内蒙古自治区鄂尔多斯市鄂托克前旗总工会', en: long },
    title: { zh: '新就业形态劳动者（外卖、快递、网约车）加入工会登记', en: long },
    where: { zh: '东升制衣有限公司 · 一号门', en: '' },
    helpline: { number: '0577-12345678', name: { zh: '工会维权', en: 'Union' } },
    told: { zh: [['谁来看', '办理的干部。'.repeat(20)]], en: [['Who reads it', long.repeat(3)]] },
  }
  for (const drawing of [PosterDrawing({ facts }), StickerDrawing({ facts })]) {
    const text = String(drawing)
    for (const whole of [long, spelt(facts.address), facts.helpline?.number]) expect(text).toContain(whole)
  }
})
