import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { isEndOf, readReceipt, receiptFault } from '../../src/cases/receipts.ts'
import { readAnswers } from '../../src/forms/answers.ts'
import { definitionSchema } from '../../src/forms/definition.ts'
import { readSiteCode } from '../../src/forms/site-codes.ts'
import { isCreditCode, tidyCreditCode } from '../../src/orgs/credit-code.ts'
import { mailAddress } from '../../src/typed/mail-address.ts'
import { caseNumberIn, countIn } from '../../src/typed/number.ts'
import { arrived } from '../forms/posted.ts'

const text = (it: string) => ({ zh: it, en: it })
const options = ['fire', 'gas'].map((value) => ({ value, label: text(value) }))

/** A form with every kind of question that takes typed words. */
const definition = v.parse(definitionSchema, {
  ...{ title: text('t'), intro: text('i'), readers: text('r'), use: text('u') },
  ...{ category: 'other', modes: ['complaint'], allowAnonymous: true },
  sections: [
    {
      title: text('s'),
      fields: [
        { type: 'text', name: 'line', label: text('l'), maxLength: 31 },
        { type: 'long_text', name: 'story', label: text('l'), maxLength: 31 },
        { type: 'choice', name: 'one', label: text('l'), options, other: true },
        { type: 'number', name: 'money', label: text('l'), min: -10, unit: { zh: '元', en: 'yuan' } },
        { type: 'date', name: 'day', label: text('l'), dayOptional: true },
        { type: 'phone', name: 'tel', label: text('l') },
        { type: 'enterprise', name: 'employer', label: text('l') },
        { type: 'email', name: 'box', label: text('l') },
        { type: 'name', name: 'person', label: text('l') },
        { type: 'resident_id', name: 'card', label: text('l') },
        { type: 'credit_code', name: 'code', label: text('l') },
        { type: 'address', name: 'home', label: text('l') },
      ],
    },
  ],
})

/** What is kept of what was typed into one field: the answer, or why there is none; nothing where none was given. */
async function kept(name: string, values: Record<string, string>) {
  const form = await arrived(values)
  const { answers, identity, errors } = readAnswers(definition, form, { named: true, today: '2026-11-22' })
  return errors[name] ?? answers[name] ?? identity[name]
}

const day = (...parts: string[]) => {
  const [year = '', month = '', date = ''] = parts
  return kept('day', { 'day-year': year, 'day-month': month, 'day-day': date })
}

const receipt = 'C23FGH45JM67PQ89'

/** Each kind of field, as it reads what people type, with what is meant. */
const kinds: Record<string, [read: (typed: string) => unknown, ...table: [typed: string, meant: unknown][]]> =
  {
    'a phone number': [
      (typed) => kept('tel', { tel: typed }),
      ['\u202d13812345678\u202c', '13812345678'],
      ['8613812345678', '13812345678'],
      ['86 138 1234 5678', '13812345678'],
      ['+86-138-1234-5678', '13812345678'],
      ['0086 13812345678', '13812345678'],
      ['013812345678', '13812345678'],
      ['138\u20111234\u20115678', '13812345678'],
      ['138.1234.5678', '13812345678'],
      ['１３８－１２３４－５６７８', '13812345678'],
      ['138\u22121234\u20155678', '13812345678'],
      ['138\u200b1234\ufeff5678\u2060', '13812345678'],
      ['手机：13812345678', '13812345678'],
      ['电话号码 138 1234 5678', '13812345678'],
      ['+86-571-88888888', '057188888888'],
      ['86 571 88888888', '057188888888'],
      ['+86 (0)571 8888 8888', '057188888888'],
      ['（0571）8888-8888', '057188888888'],
      ['010-65432100', '01065432100'],
      ['0556 7171234', '05567171234'],
      ['0571-88888888 ext. 801', '057188888888转801'],
      ['0571-88888888转801', '057188888888转801'],
      ['0571－88888888 转 分机 801', '057188888888转801'],
      ['0571-88888888-801', '057188888888转801'],
      ['(0556) 7171234-8', '05567171234转8'],
      ['010-65432100 x12', '01065432100转12'],
      ['400-800-1234', '4008001234'],
      ['400 800 1234 转 5', '4008001234转5'],
      ['８００８１０８８８８', '8008108888'],
      // As numbers with an extension were kept before.
      ['057188888888801', '057188888888801'],
      ['12', 'not_a_phone'],
      ['12345', 'not_a_phone'],
      ['1380013800', 'not_a_phone'],
      ['13812345678 13912345678', 'not_a_phone'],
      ['13812345678 转 801', 'not_a_phone'],
      ['1380013800O', 'not_a_phone'],
      ['打给我妹妹', 'not_a_phone'],
      ['javascript:alert(1)', 'not_a_phone'],
      ['\u200b', undefined],
    ],
    'a number': [
      (typed) => kept('money', { money: typed }),
      ['１２', 12],
      ['1\u200b2', 12],
      ['1,200.50', 1200.5],
      ['１，２００．５', 1200.5],
      ['3。5', 3.5],
      ['3000 元', 3000],
      ['3000 yuan', 3000],
      ['\u22125', -5],
      ['－5', -5],
      ['很多', 'not_a_number'],
      ['1.234', 'not_a_number'],
    ],
    'a count': [countIn, ['１０', 10], ['1 000', 1000], ['1.5', null], ['-1', null], ['', null]],
    'the number of a case': [
      caseNumberIn,
      ['40718296', 40718296],
      ['第 40718296 号', 40718296],
      ['#４０７１８２９６', 40718296],
      ['十', null],
    ],
    'a year alone': [
      (typed) => day(typed, '3'),
      ['２０２６', '2026-03'],
      ['2026年', '2026-03'],
      ['\u200e2026', '2026-03'],
      ['26', 'not_a_month'],
    ],
    'a month': [
      (typed) => day('2026', typed),
      ['\u200b3', '2026-03'],
      ['3月', '2026-03'],
      ['０３', '2026-03'],
      ['13', 'no_such_month'],
      ['三', 'not_a_month'],
      ['', 'not_a_month'],
    ],
    'a day of a month': [
      (typed) => day('2026', '2', typed),
      ['8 日', '2026-02-08'],
      ['８号', '2026-02-08'],
      ['', '2026-02'],
      ['30', 'no_such_day'],
      ['00', 'no_such_day'],
    ],
    'a whole date in the first field': [
      (typed) => day(typed),
      ['2026年3月8日', '2026-03-08'],
      ['2026.3.8', '2026-03-08'],
      ['2026－03－08', '2026-03-08'],
      ['2026/3', '2026-03'],
      ['20260308', '2026-03-08'],
      ['2026-02-30', 'no_such_day'],
      ['2026', 'not_a_month'],
    ],
    'a short answer': [
      (typed) => kept('line', { line: typed }),
      ['\u202e厂衣制\u2066', '厂衣制'],
      ['东\u200b升\u2060制衣', '东升制衣'],
      ['东升\u200d制衣', '东升制衣'],
      ['东升\u3164制衣', '东升 制衣'],
      ['\u3164', undefined],
      ['𠮷'.repeat(31), '𠮷'.repeat(31)],
      ['𠮷'.repeat(32), 'too_long'],
    ],
    'a story': [
      (typed) => kept('story', { story: typed }),
      ['一\r\n二\u202e三\u200f', '一\n二三'],
      ['👩‍👩‍👧 🏳️‍🌈', '👩‍👩‍👧 🏳️‍🌈'],
      ['می‌خواهم', 'می‌خواهم'],
      ['欠\u200c薪', '欠薪'],
      ['e\u0301'.repeat(31), 'é'.repeat(31)],
      ['👩‍👩‍👧'.repeat(31), '👩‍👩‍👧'.repeat(31)],
      ['𠮷'.repeat(32), 'too_long'],
      ...[
        '\u3164',
        '\u200b',
        '\u2800\n\u3164',
        '\ufeff \u2060',
        '\u200d\u200d',
        '\u115f\u1160',
        '\ufe0f',
      ].map((nothing): [string, unknown] => [nothing, undefined]),
    ],
    'words in place of what is offered': [
      (typed) => kept('one', { one: 'other', 'one-other': typed }),
      ['\u200e爆炸', { other: '爆炸' }],
      ['\u3164', 'other_missing'],
    ],
    'an employer': [
      (typed) => kept('employer', { employer: typed }),
      ['东升\u200b制衣\t厂', { id: null, name: '东升制衣 厂' }],
      ['\u200b', undefined],
    ],
    'a receipt': [
      readReceipt,
      [' c23f-gh45 jm67\u2013PQ89 ', receipt],
      ['Ｃ２３ＦＧＨ４５ＪＭ６７ＰＱ８９', receipt],
      ['「查询码：C23F GH45 JM67 PQ89」', receipt],
      ['Receipt code: c23f gh45 jm67 pq89.', receipt],
      [`https://huying.example/follow/with/${receipt}`, receipt],
      [`http://192.168.1.5:8787/follow/with/${receipt.toLowerCase()}/?lang=en`, receipt],
      ['C23F\u200bGH45\u202dJM67\u2060PQ89', receipt],
      ['第 40718296 号，查询码 C23F.GH45.JM67.PQ89。', receipt],
      ['C23FGH45JM67', null],
      ['C23FGH45JM67PQ89X', null],
      ['A23FGH45JM67PQ89', null],
      ['C23FGH45JM67PQ8🙂', null],
      ['', null],
    ],
    'what is no receipt': [
      receiptFault,
      ['C23F GH45 JM67', { why: 'short', by: 4 }],
      ['查询码：C23F-GH45-JM67-PQ8', { why: 'short', by: 1 }],
      ['https://huying.example/follow/with/C23FGH45JM67', { why: 'short', by: 4 }],
      [`${receipt} C23`, { why: 'long', by: 3 }],
      ['C23F GH45 JM67 PQ8O', { why: 'foreign', letters: ['O'] }],
      ['我忘了', { why: 'none' }],
      ['no idea', { why: 'none' }],
    ],
    'the end of a receipt': [
      (typed) => isEndOf(receipt, typed),
      ['ｐｑ８９', true],
      ['P Q 8 9', true],
      ['c23f gh45 jm67 pq89', true],
      ['PQ88', false],
      ['', false],
    ],
    'the code of a site': [
      readSiteCode,
      [' qh7-cm ', 'QH7CM'],
      ['https://huying.example/q/QH7CM/', 'QH7CM'],
      ['HTTPS://HUYING.EXAMPLE/Q/QH7CM?lang=zh', 'QH7CM'],
      ['码：ｑｈ７ｃｍ', 'QH7CM'],
      ['QH7C', null],
      ['QH7CO', null],
    ],
    'a mailbox of a worker': [
      (typed) => kept('box', { box: typed }),
      ['Li.Na＠qq．com', 'li.na@qq.com'],
      ['邮箱：\u202dli.na@qq.com\u202c。', 'li.na@qq.com'],
      ['li.na@qq', 'not_an_email'],
      ['没有', 'not_an_email'],
      ['\u200b', undefined],
    ],
    'a mailbox': [
      mailAddress,
      ['Zhou.Huimin＠union。example', 'zhou.huimin@union.example'],
      ['zhou@union．example', 'zhou@union.example'],
      ['\u202dzhou@union.example\u202c ', 'zhou@union.example'],
      ['周慧敏 <zhou@union.example>', 'zhou@union.example'],
      ['邮箱：zhou@union.example。', 'zhou@union.example'],
      ['mailto:zhou@union.example', 'zhou@union.example'],
      ['zhou@\u200bunion .example', 'zhou@union.example'],
      ['zhou', null],
      ['zhou@', null],
      [`${'z'.repeat(200)}@union.example`, null],
    ],
    'the name of a person': [
      (typed) => kept('person', { person: typed }),
      ['买买提·艾力', '买买提·艾力'],
      ...['•', '・', '･', '‧', '．', '.', '。', ' · ', '··', ' . ', '\u2022\u200b'].map(
        (dot): [string, unknown] => [`买买提${dot}艾力`, '买买提·艾力'],
      ),
      ['王\u3000芳', '王芳'],
      ['\u202e王\u200b芳', '王芳'],
      ['丁', '丁'],
      ['𠮷'.repeat(60), '𠮷'.repeat(60)],
      ['𠮷'.repeat(61), 'too_long'],
      ['J. Smith', 'J. Smith'],
      ["Mary O'Neill", "Mary O'Neill"],
      ['13812345678', 'not_a_name'],
      ['１２３', 'not_a_name'],
      ['……', 'not_a_name'],
      ['\u3164', undefined],
    ],
    'a resident identity number': [
      (typed) => kept('card', { card: typed }),
      ['11010519491231002X', '11010519491231002X'],
      ['11010519491231002x', '11010519491231002X'],
      ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
      ['110105 19491231 002X', '11010519491231002X'],
      ['110105-19491231-002X', '11010519491231002X'],
      ['\u202d11010519491231002X\u202c', '11010519491231002X'],
      ['身份证号：11010519491231002×', '11010519491231002X'],
      ['身份证11010519491231002X', '11010519491231002X'],
      ['11010519491231002', 'not_a_resident_id'],
      ['110105491231002', 'not_a_resident_id'],
      ['1101051949123100ZX', 'not_a_resident_id'],
      ['没带身份证', 'not_a_resident_id'],
      ['110105194912310021', 'resident_id_mistyped'],
      ['11010519491231020X', 'resident_id_mistyped'],
      ['110105190001010028', '110105190001010028'],
      ['110105189912310023', 'resident_id_mistyped'],
      ['110105202602300026', 'resident_id_mistyped'],
      // Born today, and tomorrow.
      ['110105202611220028', '110105202611220028'],
      ['110105202611230023', 'resident_id_mistyped'],
    ],
    'a credit code of an answer': [
      (typed) => kept('code', { code: typed }),
      ['统一社会信用代码：９１３５ 0100-m000\u2010100y\u200b43', '91350100M000100Y43'],
      ['91350100M000100Y44', 'not_a_credit_code'],
      ['东升制衣', 'not_a_credit_code'],
    ],
    'a part of an address': [
      (typed) => kept('home', { 'home--town': typed }),
      ['柳湾\u200b镇\u202c', { town: '柳湾镇' }],
      ['柳湾镇\n', { town: '柳湾镇' }],
      ['\u3164', undefined],
      ['镇'.repeat(201), 'too_long'],
    ],
    'a credit code': [
      (typed) => isCreditCode(tidyCreditCode(typed)),
      ['91350100M000100Y43', true],
      ['统一社会信用代码：９１３５ 0100-m000\u2010100y\u200b43', true],
      ['91350100M000100Y44', false],
    ],
  }

describe.each(Object.entries(kinds))('%s is read as people type it:', (_, [read, ...table]) => {
  test.each(table)('%j', async (typed, meant) => {
    expect(await read(typed)).toEqual(meant)
  })
})
