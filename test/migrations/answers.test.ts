import { beforeAll, expect, test } from 'vitest'
import { phoneOf, read } from '../support/town/pages.ts'
import before from './0.1.0.sql?raw'
import { rowsOf } from './dumped-rows.ts'
import { layOldDatabase, receipts, union, upgradeDatabase } from './opening.ts'

interface Asked {
  name: string
  label: { zh: string }
  options?: { value: string; label: { zh: string } }[]
  unit?: { zh: string }
}

interface Form {
  sections: { fields: Asked[] }[]
}

type Given = string | number | boolean | { other: string } | { name: string } | Given[]

const forms = new Map(
  rowsOf(before, 'form_versions').map(({ id, definition }) => [id, JSON.parse(definition ?? '') as Form]),
)
const submissions = new Map(rowsOf(before, 'submissions').map((it) => [it.id, it]))

beforeAll(async () => {
  await layOldDatabase()
  await upgradeDatabase()
})

/** Each question that was answered with its answer in words, as version 0.1.0 told them: from what it stored alone. */
function toldOf(submission: string | undefined): string[] {
  const { form_version_id, answers } = submissions.get(submission) ?? {}
  const asked = forms.get(form_version_id)?.sections.flatMap(({ fields }) => fields) ?? []
  const given = Object.entries(JSON.parse(answers ?? '{}') as Record<string, Given>)
  return given.map(([name, answer]) => {
    const question = asked.find((one) => one.name === name)
    if (!question) throw new Error(`Nobody asked ${name}`)
    return plain(`${question.label.zh} ${inWords(question, answer)}`)
  })
}

function inWords(question: Asked, answer: Given): string {
  if (Array.isArray(answer)) return answer.map((one) => inWords(question, one)).join('；')
  if (typeof answer === 'boolean') return answer ? '是' : '否'
  if (typeof answer === 'number') return question.unit ? `${answer} ${question.unit.zh}` : String(answer)
  if (typeof answer === 'object') return 'other' in answer ? answer.other : answer.name
  const option = question.options?.find(({ value }) => value === answer)
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(answer) ?? []
  if (year) return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`
  return option?.label.zh ?? answer
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const shown = (page: string) =>
  plain(read(page).replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'))

test('every answer that version 0.1.0 kept is told at the desk as before, with its question', async () => {
  const open = await union()
  let told = 0
  for (const { id, submission_id } of rowsOf(before, 'cases')) {
    const page = shown((await (await open(id ?? ''))?.text()) ?? '')
    for (const row of toldOf(submission_id)) {
      expect(page).toContain(row)
      told++
    }
  }
  expect(told).toBeGreaterThan(200)
})

test('and each worker finds his own on his phone', async () => {
  const rows = rowsOf(before, 'cases').map(({ submission_id }) => toldOf(submission_id))
  for (const receipt of receipts) {
    const page = shown(await (await phoneOf({ receipt })).page())
    const his = rows.filter((all) => all.length > 0 && all.every((row) => page.includes(row)))
    expect(his).toHaveLength(1)
  }
})
