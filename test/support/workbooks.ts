import { writeXlsx } from 'hucre/xlsx'

type Rows = (string | number | boolean | null)[][]

/** An expression, in which names stand after an `@`: what holds them there is how JavaScript fills in texts. */
export const there = (xpath: string) => xpath.replace(/@([\w-]+)/g, '$${$1}')

/** A workbook as a spreadsheet writes it, by hand. */
export async function workbookOf(sheets: Record<string, Rows>): Promise<Uint8Array<ArrayBuffer>> {
  const all = Object.entries(sheets).map(([name, rows]) => ({ name, rows }))
  return new Uint8Array(await writeXlsx({ sheets: all }))
}

/** One that somebody may send us: two languages, choices, a condition, a repetition, a calculation. */
export const householdSheets: Record<string, Rows> = {
  survey: [
    [
      'type',
      'name',
      'label::中文 (zh)',
      'label::English (en)',
      'relevant',
      'required',
      'calculation',
      'constraint',
    ],
    ['start', 'start'],
    ['begin group', 'Home', '家里', 'Home'],
    ['integer', 'people', '几口人？', 'How many people?', null, 'yes', null, '. >= 1 and . <= 30'],
    ['select_one yes_no', 'ill', '有人生病吗？', 'Is anybody ill?', there('@people > 1'), 'true'],
    ['select_multiple causes or_other', 'why', '为什么？', 'Why?', there("@ill = 'yes'")],
    ['end group'],
    ['begin repeat', 'child', '孩子', 'Child'],
    ['text', 'child_name', '名字', 'Name'],
    ['end repeat'],
    ['calculate', 'twice', null, null, null, null, there('@people * 2')],
    ['note', 'shown', '一共', 'In all', there('@twice > 4')],
  ],
  choices: [
    ['list_name', 'name', 'label::中文 (zh)', 'label::English (en)'],
    ['yes_no', 'yes', '是', 'Yes'],
    ['yes_no', 'no', '否', 'No'],
    ['causes', 'work-injury', '工伤', 'Work injury'],
    ['causes', 'old', '年纪大', 'Old age'],
  ],
  settings: [
    ['form_title', 'form_id', 'default_language'],
    ['家里的事', 'home', '中文 (zh)'],
  ],
}
