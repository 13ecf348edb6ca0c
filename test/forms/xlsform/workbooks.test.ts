import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/forms/json.ts'
import { formIn } from '../../../src/forms/xlsform/form-in.ts'
import { mostRows, workbookIn } from '../../../src/forms/xlsform/workbook-in.ts'
import { householdSheets, there, workbookOf } from '../../support/workbooks.ts'

type Rows = Parameters<typeof workbookOf>[0][string]

async function broughtFrom(sheets: Record<string, Rows>) {
  const read = await workbookIn(await workbookOf(sheets))
  if (!read.ok) throw new Error(read.why)
  const { definition, lost } = formIn(read.sheets)
  const pages = definition.pages as (Json & { fields: Json[] })[]
  const told = [...read.lost, ...lost].map(({ what, at }) =>
    [what, at?.sheet ?? '', at?.row ?? 0].join(' ').trim(),
  )
  return { definition, pages, fields: pages.flatMap(({ fields }) => fields), told }
}

const label = (text: string) => ({ zh: text, en: '' })
const refused = async (sheets: Record<string, Rows>) => workbookIn(await workbookOf(sheets))

/** A survey of these rows, each with its type, name, label and what else its columns say. */
const survey = (rows: Rows, ...more: string[]) => ({ survey: [['type', 'name', 'label', ...more], ...rows] })

describe('an XLSForm', () => {
  test('of two languages, groups, choices, conditions, a repetition and a calculation becomes a form', async () => {
    const { definition, pages, told } = await broughtFrom(householdSheets)
    expect(definition).toMatchObject({
      title: { zh: '家里的事' },
      layout: 'paged',
      conditions: {
        when_1: { when: { gt: [{ ref: 'people' }, 1] } },
        when_2: { when: { eq: [{ ref: 'ill' }, true] } },
        when_3: { when: { gt: [{ ref: 'twice' }, 4] } },
      },
      values: { twice: { kind: 'number', of: { mul: [{ ref: 'people' }, 2] } } },
    })
    expect(pages).toMatchObject([
      {
        id: 'home',
        title: { zh: '家里', en: 'Home' },
        fields: [{ type: 'number', whole: true, min: 1, max: 30 }],
      },
      { id: 'home_2', show: 'when_1', fields: [{ type: 'yes_no', name: 'ill', required: true }] },
      { id: 'home_3', show: 'when_2', fields: [{ type: 'choices', name: 'why', other: true }] },
      { id: 'child', kind: 'repeat', entries: { least: 0, most: 10 }, fields: [{ type: 'text' }] },
      {
        title: { zh: '家里的事' },
        show: 'when_3',
        fields: [{ type: 'note', label: { zh: '一共', en: 'In all' } }],
      },
    ])
    expect(pages[2]?.fields[0]?.options).toEqual([
      { value: 'work_injury', label: { zh: '工伤', en: 'Work injury' } },
      { value: 'old', label: { zh: '年纪大', en: 'Old age' } },
    ])
    expect(told).toEqual(['renamed survey 3', 'silent_type survey 2'])
  })

  test('says each kind that both have', async () => {
    const { fields } = await broughtFrom({
      ...survey(
        [
          ['text', 'a', '甲', 'multiline'],
          ['decimal', 'b', '乙'],
          ['range', 'c', '丙', null, 'start=1 end=5 step=1'],
          ['date', 'd', '丁', 'month-year'],
          ['time', 'e', '戊'],
          ['image', 'f', '己'],
          ['audio', 'g', '庚'],
          ['file', 'h', '辛'],
          ['geopoint', 'i', '壬'],
          ['acknowledge', 'j', '癸'],
          ['select_one steps', 'k', '子', 'likert'],
          ['rank steps', 'l', '丑'],
          ['select one from towns', 'm', '寅', 'autocomplete'],
          ['select1 towns', 'n', '卯'],
        ],
        'appearance',
        'parameters',
      ),
      choices: [
        ['list name', 'name', 'label'],
        ...[1, 2, 3, 4, 5].map((step) => ['steps', step, `第 ${step} 档`]),
        ['towns', 'north', '北镇'],
        ['towns', 'south', '南镇'],
      ],
    })
    expect(fields.map(({ type, name }) => `${name} ${type}`)).toEqual([
      ...['a long_text', 'b number', 'c number', 'd month', 'e time', 'f photo', 'g voice', 'h file'],
      ...['i place', 'j consent', 'k scale', 'l ranking', 'm list', 'n choice'],
    ])
    expect(fields[1]).toMatchObject({ min: -1_000_000_000, max: 1_000_000_000 })
    expect(fields[2]).toMatchObject({ min: 1, max: 5, whole: true })
  })

  test('says of a table of rows one question, and of a constraint its bounds and a check with its words', async () => {
    const { fields, told } = await broughtFrom({
      ...survey(
        [
          ['begin group', 'food', '饭菜', 'table-list'],
          ['select_one marks', 'food__taste', '味道'],
          ['select_one marks', 'food__price', '价钱'],
          ['end group', 'food'],
          ['integer', 'least', '最少'],
          ['integer', 'most', '最多', null, there('. >= 1 and . >= @least'), '不能少于最少'],
          ['date', 'day', '哪天', null, '. <= today()'],
        ],
        'appearance',
        'constraint',
        'constraint_message',
      ),
      choices: [
        ['list_name', 'name', 'label'],
        ['marks', 'good', '好'],
        ['marks', 'bad', '不好'],
      ],
    })
    expect(fields).toMatchObject([
      { type: 'matrix', name: 'food', rows: [{ value: 'taste' }, { value: 'price' }] },
      { type: 'number', name: 'least' },
      {
        min: 1,
        checks: [{ holds: { ge: [{ ref: 'most' }, { ref: 'least' }] }, text: label('不能少于最少') }],
      },
      { type: 'date' },
    ])
    expect(told).toEqual([])
  })

  test('does not make one question of a table whose rows are asked otherwise than each other', async () => {
    const { fields, told } = await broughtFrom({
      ...survey(
        [
          ['integer', 'people', '几个人'],
          ['begin group', 'food', '饭菜', 'table-list'],
          ['select_one marks', 'taste', '味道', null, there('@people > 3')],
          ['select_one marks', 'price', '价钱', null, null, ". != 'bad'"],
          ['end group', 'food'],
          ['begin group', 'room', '住处', 'table-list'],
          ['select_one marks', 'bed', '床', null, null, null, 'yes'],
          ['select_one marks', 'heat', '暖气'],
          ['end group', 'room'],
        ],
        ...['appearance', 'relevant', 'constraint', 'required'],
      ),
      choices: [
        ['list_name', 'name', 'label'],
        ['marks', 'good', '好'],
        ['marks', 'bad', '不好'],
      ],
    })
    expect(fields).toMatchObject([
      { name: 'people' },
      { name: 'taste' },
      { name: 'price', checks: [{ holds: { not: { eq: [{ ref: 'price' }, 'bad'] } } }] },
      { name: 'bed', required: true },
      { name: 'heat' },
    ])
    expect(fields.at(-1)).not.toHaveProperty('required')
    expect(told).toEqual([])
  })

  test('does not make one question of a table of more rows than one has, or of two that are called alike', async () => {
    const choices = [
      ['list_name', 'name', 'label'],
      ['marks', 'good', '好'],
      ['marks', 'bad', '不好'],
    ]
    const kindsOf = async (...names: string[]) => {
      const rows = names.map((name) => ['select_one marks', name, name, null])
      const table = survey(
        [['begin group', 'food', '饭菜', 'table-list'], ...rows, ['end group', 'food']],
        'appearance',
      )
      const { fields } = await broughtFrom({ ...table, choices })
      return new Set(fields.map(({ type }) => type))
    }
    expect(await kindsOf('a', 'b')).toEqual(new Set(['matrix']))
    expect(await kindsOf('A', 'a')).toEqual(new Set(['choice']))
    const many = Array.from({ length: 13 }, (_, at) => `row${at}`)
    expect(await kindsOf(...many)).toEqual(new Set(['choice']))
  })

  test('in English alone is seen in English, and says so; other languages are not taken', async () => {
    const { fields, told } = await broughtFrom({
      survey: [
        ['type', 'name', 'label::English (en)', 'label::Français (fr)', 'hint'],
        ['text', 'a', 'What?', 'Quoi ?', 'Say it'],
      ],
    })
    expect(fields).toMatchObject([
      { label: { zh: 'What?', en: 'What?' }, hint: { zh: 'Say it', en: 'Say it' } },
    ])
    expect(told).toEqual(['language survey 2', 'no_chinese  0'])
  })

  test('tells all that is not here, with its sheet and row', async () => {
    const { fields, told } = await broughtFrom({
      ...survey(
        [
          ['barcode', 'a', '甲'],
          ['deviceid', 'b'],
          ['dateTime', 'c', '乙'],
          ['text', 'd', '丙', 'pulldata(1)', 'numbers', 'x'],
          ['select_one nowhere', 'e', '丁'],
          ['calculate', 'f', null, null, null, null, there('@g + 1')],
          ['calculate', 'g', null, null, null, null, there('@f + 1')],
          ['note', 'h', there('@d 说'), there('@i > 1')],
          ['integer', 'i', '戊', there('@i > 1')],
          ['end group'],
          ['begin repeat', 'r', '己'],
          ['text', 's', '庚', there('@i > 1')],
          ['begin repeat', 't', '辛'],
          ['end repeat'],
        ],
        ...['relevant', 'appearance', 'default', 'calculation'],
      ),
      choices: [
        ['list_name', 'name', 'label'],
        ['one', 'a', '甲'],
        ['one', 'a', '乙'],
      ],
    })
    expect(fields.map(({ name }) => name)).toEqual(['c', 'd', 'h', 'i', 's'])
    expect(told.sort()).toEqual(
      [
        ...['type survey 2', 'silent_type survey 3', 'time_of_day survey 4', 'expression survey 5'],
        ...['appearance survey 5', 'column survey 5', 'list_missing survey 6', 'calculation survey 7'],
        ...['calculation survey 8', 'named_in_text survey 9', 'expression survey 9', 'expression survey 10'],
        ...['unbalanced survey 11', 'unbalanced survey 12', 'in_repeat survey 13', 'nested_repeat survey 14'],
        'option_twice choices 3',
      ].sort(),
    )
  })

  test('tells each setting of a question that is not here, and keeps the bounds of a range beside its check', async () => {
    const { fields, told } = await broughtFrom(
      survey(
        [
          ['range', 'a', '甲', 'start=10 end=50 step=5', null, '. != 20'],
          ['range', 'b', '乙', 'start = 1; end = 5; step = 1'],
          ['image', 'c', '丙', 'max-pixels=1024'],
          ['text', 'd', '丁', null, 'yes'],
          ['integer', 'e', '戊', null, 'no'],
          ['integer', 'f', '己', null, null, null, there('@e * 2')],
          ['text', 'g', '庚', null, 'true', null, there('@e * 3')],
          ['decimal', 'h', '辛', null, 'yes', null, there('@i * 2')],
          ['integer', 'i', '壬'],
        ],
        ...['parameters', 'readonly', 'constraint', 'calculation'],
      ),
    )
    expect(fields).toMatchObject([
      {
        type: 'number',
        whole: true,
        min: 10,
        max: 50,
        checks: [{ holds: { not: { eq: [{ ref: 'a' }, 20] } } }],
      },
      { type: 'number', whole: true, min: 1, max: 5 },
      { type: 'photo' },
      { type: 'text', name: 'd' },
      { type: 'number', name: 'e' },
      { type: 'computed', name: 'f' },
      { type: 'computed', name: 'g' },
      { type: 'number', name: 'i' },
    ])
    expect(told).toEqual([
      ...['parameter survey 2', 'parameter survey 4', 'readonly survey 5', 'fixed survey 7'],
      'calculation survey 9',
    ])
  })

  test('tells what stands in a row of another kind, in a text, or where no kind, list or name is said', async () => {
    const name = there('@a')
    const { told } = await broughtFrom({
      ...survey(
        [
          ['integer', 'a', '甲', null, null, null, null, 'no'],
          ['begin group', 'b', '外面', '要小心', 'w4', null, null, 'no'],
          ['begin group', 'c', `里面 ${name}`],
          ['note', 'd', '说明', `看 ${name}`, null, '. > 1'],
          ['end group'],
          ['end group'],
          ['begin repeat', 'e', '每个', null, 'compact', null, '3'],
          ['begin group', 'f', '再里面'],
          ['text', 'g', '乙'],
          ['end group'],
          ['end repeat'],
          ['calculate', 'h', null, null, null, null, null, null, there('@a > 1'), there('@a + 1')],
          [null, 'i', '忘了写'],
        ],
        ...['hint', 'appearance', 'constraint', 'repeat_count', 'required', 'relevant', 'calculation'],
      ),
      choices: [
        ['list_name', 'name', 'label', 'hint', 'town'],
        ['one', 'a', `甲 ${name}`, '说明', '北镇'],
        ['one', null, '乙'],
        [null, 'c', '丙'],
      ],
      settings: [
        ['form_title', 'form_id', 'version', 'style', 'instance_name'],
        ['表', 'form', '3', 'pages', name],
      ],
      entities: [['list_name'], ['trees']],
    })
    expect(told.sort()).toEqual(
      [
        ...['appearance survey 3', 'column survey 3', 'group_title survey 3', 'named_in_text survey 4'],
        ...['column survey 5', 'named_in_text survey 5', 'appearance survey 8', 'in_repeat survey 9'],
        ...['column survey 13', 'type survey 14', 'column choices 2', 'column choices 2'],
        ...['named_in_text choices 2', 'option_unnamed choices 3', 'option_unnamed choices 4'],
        ...['column settings 2', 'column settings 2', 'sheet  0'],
      ].sort(),
    )
  })

  test('of which two columns say the same has the first, and tells the other', async () => {
    const { fields, told } = await broughtFrom(
      survey([['text', 'a', '甲', 'yes', 'no']], 'required', 'bind::required'),
    )
    expect(fields).toMatchObject([{ required: true }])
    expect(told).toEqual(['column survey 2'])
  })

  test('with names that are not right here, or stand twice, gets others, and conditions find them', async () => {
    const { fields, definition } = await broughtFrom(
      survey(
        [
          ['integer', 'How-Many', '几个？'],
          ['text', '1st', '甲'],
          ['text', 'page', '乙'],
          ['text', 'page', '丙'],
          ['text', 'x'.repeat(60), '丁', there('@How-Many > 2')],
        ],
        'relevant',
      ),
    )
    const names = fields.map(({ name }) => name)
    expect(names).toEqual(['how_many', 'q_1st', 'page_2', 'page_3', 'x'.repeat(40)])
    expect(definition.conditions).toMatchObject({ when_1: { when: { gt: [{ ref: 'how_many' }, 2] } } })
  })
})

describe('an expression that nobody can read', () => {
  test('is told where it joins more than anybody joins, and stops nothing', async () => {
    const { told } = await broughtFrom(
      survey(
        [
          ['integer', 'a', '甲', null, `. > 1${' and . > 1'.repeat(390)}`],
          ['calculate', 'b', null, there(`@a${' - 1'.repeat(990)}`)],
        ],
        ...['calculation', 'constraint'],
      ),
    )
    expect(told).toEqual(['expression survey 2', 'calculation survey 3'])
  })

  test('is told as fast as any other, where a name in it does not end', async () => {
    const { told } = await broughtFrom(survey([['text', 'a', '甲', `\${${' '.repeat(20_000)}`]], 'relevant'))
    expect(told).toEqual(['expression survey 2'])
  }, 5_000)
})

describe('a file that is none', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('PK is how it begins, and no more than that')],
    ['the end of a ZIP', new Uint8Array([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)])],
  ])('is refused: %s', async (_, bytes) => {
    expect(await workbookIn(bytes)).toMatchObject({ ok: false })
  })

  test('is refused cut short, or with any of its bytes otherwise, or read for what is left of it', async () => {
    const bytes = await workbookOf(householdSheets)
    for (let at = 0; at < bytes.length; at += 97) {
      expect(await workbookIn(bytes.slice(0, at))).toEqual({ ok: false, why: 'not_xlsx' })
      const broken = bytes.with(at, (bytes[at] ?? 0) ^ 0xff) as Uint8Array<ArrayBuffer>
      expect(typeof (await workbookIn(broken)).ok).toBe('boolean')
    }
  })

  test('is refused without a survey, or where that asks nothing', async () => {
    expect(await refused({ Sheet1: [['type', 'name']] })).toEqual({ ok: false, why: 'no_survey' })
    expect(await refused({ survey: [['type', 'name']] })).toEqual({ ok: false, why: 'no_survey' })
  })

  test('is refused with more rows than anybody reads', async () => {
    const rows = (count: number) => survey(Array.from({ length: count }, (_, at) => ['text', `q${at}`, '问']))
    expect((await refused(rows(mostRows))).ok).toBe(true)
    expect(await refused(rows(mostRows + 1))).toEqual({ ok: false, why: 'too_many_rows' })
    expect(await refused(rows(100_000))).toMatchObject({ ok: false })
  })

  test('is refused where it unpacks to more than it may, whether it says so or not', async () => {
    const bomb = await workbookOf(survey([['text', 'a', '弹'.repeat(3_000_000)]]))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await workbookIn(bomb)).toEqual({ ok: false, why: 'too_large' })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
    expect(await workbookIn(bomb)).toEqual({ ok: false, why: 'not_xlsx' })
  })
})
