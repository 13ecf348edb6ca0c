import { beforeAll, describe, expect, test } from 'vitest'
import { text } from '../examples.ts'
import { hurriedTown, openedForm } from '../one-question.ts'
import { asking, inParts } from './asking.ts'

const named = (labels: string[]) => labels.map((label, at) => ({ value: `v${at}`, label: text(label) }))
const settings = {
  type: 'matrix',
  required: true,
  rows: named(['工资', '食堂', '宿舍']),
  options: named(['好', '不好']),
}
const answer = asking(settings)
const whole = { v0: 'v0', v1: 'v1', v2: 'v0' }

describe('the same options for several rows', () => {
  test('are kept row by row, and shown one a line', () => {
    expect(answer(inParts(whole))).toEqual({ answer: whole, shown: '工资：好\n食堂：不好\n宿舍：好' })
  })

  test('want an answer in each row, and those that have none are named', () => {
    expect(answer(inParts({ v1: 'v1' }))).toEqual({ error: 'required', parts: ['v0', 'v2'] })
    expect(answer({})).toEqual({ error: 'required', parts: [] })
  })

  test('may be left out in part where nothing is required', () => {
    const free = asking({ ...settings, required: false })
    expect(free(inParts({ v1: 'v1' }))).toEqual({ answer: { v1: 'v1' }, shown: '食堂：不好' })
  })

  test('take what is offered and nothing else', () => {
    expect(answer(inParts({ ...whole, v1: 'v2' }))).toEqual({ error: 'not_offered', parts: ['v1'] })
  })

  test('are no rows of one name', () => {
    const rows = [...settings.rows, ...settings.rows]
    expect(() => asking({ ...settings, rows })).toThrow('options_do_not_hold')
  })
})

describe('the page', () => {
  beforeAll(hurriedTown)

  test('offers what was retired to nobody new, and keeps it to who had chosen it', async () => {
    const options = settings.options.map((one) => ({ ...one, retired: one.value === 'v1' }))
    const { page, sent } = await openedForm({ ...settings, options })
    expect(page).not.toContain('不好')
    const back = await sent(inParts({ v2: 'v1' }))
    expect(back.match(/value="v1"/g)).toHaveLength(1)
    expect(back).toMatch(/name="asked--v2" value="v1" checked/)
  })

  test('leads to the first row that was left out, keeps the others, and is right at once where none was', async () => {
    const { page, sent } = await openedForm(settings)
    expect(page).toMatch(/id="asked" type="radio" name="asked--v0"/)
    const wrong = await sent(inParts({ v0: 'v1' }))
    expect(wrong).toContain('<a href="#asked">请选择：问 · 食堂；宿舍</a>')
    expect(wrong).toMatch(/id="asked" type="radio" name="asked--v1"/)
    expect(wrong).toMatch(/name="asked--v0" value="v1" checked/)
    expect(wrong).toMatch(/id="asked--v1-error">请选择：食堂</)
    expect(await sent(inParts(whole))).toContain('工资：好\n食堂：不好')
  })
})
