import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareWords } from '../../../src/cases/leaving/bare-text.ts'
import { type Known, whatIdentifies } from '../../../src/cases/leaving/what-identifies.ts'

const known: Known = {
  details: ['李秋水', '13877776666', '0571-88881234', 'Li Na'],
  words: ['我们厂从七月开始一直没有发工资，问了车间主任也不说。'],
  letThrough: ['望江县东升制衣有限公司', '12351'],
}

const found = (text: string, more: Partial<Known> = {}) =>
  whatIdentifies(text, { ...known, ...more }).map(({ from, to, why }) => `${why} ${text.slice(from, to)}`)

test.each([
  ['李秋水反映', ['name 李秋水']],
  ['李 秋·水反映', ['name 李 秋·水']],
  ['LI NA rang, and so did Carolina.', ['name LI NA']],
  ['Malina Nanali', []],

  ['电话13912345678。', ['phone 13912345678']],
  ['１３９ １２３４ ５６７８', ['phone １３９ １２３４ ５６７８']],
  ['+86 139-1234-5678', ['phone +86 139-1234-5678']],
  ['0571 8765 4321，010-62345678', ['phone 0571 8765 4321', 'phone 010-62345678']],
  ['(0571)8765432', ['phone (0571)8765432']],
  ['工资 3000 13912345678', ['phone 13912345678']],
  ['2026年9月21日，12351，3200.50元，139123456789', []],

  ['身份证11010519491231002X', ['id_number 11010519491231002X']],
  ['110105 19491231 002x', ['id_number 110105 19491231 002x']],
  ['１１０１０５１９４９１２３１００２Ｘ', ['id_number １１０１０５１９４９１２３１００２Ｘ']],
  ['旧证110105491231002', ['id_number 110105491231002']],
  ['110105194912310021', []],

  ['写到 a.b@c.example，', ['mail_address a.b@c.example']],
  ['ｗｕ＠ｃ．ｃｎ', ['mail_address ｗｕ＠ｃ．ｃｎ']],

  ['找张师傅和欧阳主任', ['person 张师傅', 'person 欧阳主任']],
  ['Mr Wang said', ['person Mr Wang']],
  ['工会主席和车间主任', []],

  ['他说“从七月开始一直没有发工资”。', ['own_words 从七月开始一直没有发工资']],
  ['从七月 开始，一直—没有发，工资', ['own_words 从七月 开始，一直—没有发，工资']],
  ['从七月开始一直没有发', []],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('names of employer, unions and laws are nobody’s words', () => {
  const words = ['我在望江县东升制衣有限公司按《中华人民共和国劳动合同法》要求']
  expect(found('望江县东升制衣有限公司违反《中华人民共和国劳动合同法》。', { words })).toEqual([])
  expect(found('望江县东升制衣无限公司', { words: ['望江县东升制衣无限公司未给我发'] })).toEqual([])
  expect(found('他在望江县东升制衣无限公司未给', { words: ['望江县东升制衣无限公司未给我发'] })).toEqual([
    'own_words 望江县东升制衣无限公司未给',
  ])
})

test('runs stand in order and never over each other', () => {
  const text = '李秋水说：从七月开始一直没有发工资，13877776666，张师傅知道。'
  const runs = whatIdentifies(text, { ...known, words: [text] })
  for (const [at, run] of runs.entries()) {
    expect(run.from).toBeLessThan(run.to)
    expect(run.from).toBeGreaterThanOrEqual(runs[at - 1]?.to ?? 0)
  }
  expect(new Set(runs.map(({ why }) => why))).toEqual(new Set(['name', 'own_words', 'phone', 'person']))
})

const letters = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 12, maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'工资没有发车间主任说下月再等'), minLength: 12, maxLength: 60 }),
)

test('any twelve characters on end that the worker wrote are found, however they are embedded', () => {
  fc.assert(
    fc.property(
      letters,
      fc.nat(),
      letters,
      letters,
      fc.constantFrom('', ' ', '，', '　'),
      (his, start, before, after, gap) => {
        const bare = [...bareWords(his)]
        fc.pre(bare.length >= 12)
        const from = start % (bare.length - 11)
        const text = before + bare.slice(from, from + 12).join(gap) + after
        const runs = whatIdentifies(text, { details: [], words: [his], letThrough: [] })
        const marked = runs.some(({ from, to }) => from <= before.length + 11 && to > before.length)
        return marked
      },
    ),
    { numRuns: 2000, seed: 20_260_921 },
  )
})

test('who wrote nothing of it is not found in it', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const far = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(40)
      return !whatIdentifies(text, { details: [], words: [far], letThrough: [] }).some(
        ({ why }) => why === 'own_words',
      )
    }),
    { numRuns: 300, seed: 20_260_921 },
  )
})
