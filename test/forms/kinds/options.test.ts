import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '../../support/town/pages.ts'
import { hurriedTown, openedForm } from '../one-question.ts'

beforeAll(hurriedTown)

const option = (value: string, zh: string, en: string, more = {}) => ({ value, label: { zh, en }, ...more })
const options = [
  option('dust', '粉尘', 'Dust'),
  option('noise', '噪音', 'Noise'),
  option('heat', '高温', 'Heat'),
  option('asbestos', '石棉', 'Asbestos', { retired: true }),
]
const none = option('none', '都没有', 'None of these', { exclusive: true })
const several = { type: 'choices', options: [...options, none], other: true }

async function said(question: object, values: string[], more = {}, lang: 'zh' | 'en' = 'zh') {
  return read(await (await openedForm(question, lang)).sent({ '': values, ...more }))
}

describe('how many are to be chosen', () => {
  test.each([
    [{ most: 3 }, '最多选 3 项', 'Choose up to 3.'],
    [{ least: 2 }, '至少选 2 项', 'Choose at least 2.'],
    [{ least: 2, most: 3 }, '选 2 到 3 项', 'Choose 2 to 3.'],
    [{ least: 2, most: 2 }, '选 2 项', 'Choose 2.'],
  ])('is said before: %j', async (counts, zh, en) => {
    expect(read((await openedForm({ ...several, ...counts })).page)).toContain(zh)
    expect(read((await openedForm({ ...several, ...counts }, 'en')).page)).toContain(en)
  })

  test('stands behind the words of the form', async () => {
    const { page } = await openedForm({
      ...several,
      most: 3,
      hint: { zh: '想一想。', en: 'Take your time.' },
    })
    expect(page).toContain('想一想。最多选 3 项。')
  })

  test('is not said where any number is', async () => {
    expect((await openedForm(several)).page).not.toContain('id="asked-hint"')
  })

  test('and what was is said where it is too few or too many', async () => {
    const counts = { ...several, least: 2, most: 2 }
    expect(await said(counts, ['dust'])).toContain('问：至少选 2 项，现在选了 1 项')
    expect(await said(counts, ['dust', 'noise', 'heat'])).toContain('问：最多选 2 项，现在选了 3 项')
    expect(await said(counts, ['dust', 'noise'])).toContain('粉尘；噪音')
  })
})

describe('an option that stands alone', () => {
  test('cannot be chosen together with others, and is named', async () => {
    expect(await said(several, ['dust', 'none'])).toContain('问：选了“都没有”，就不能再选别的')
    expect(await said(several, ['none', 'other'], { '-other': '冷' }, 'en')).toContain(
      '问: “None of these” cannot be chosen together with others',
    )
  })

  test('is enough by itself, however many are asked for', async () => {
    expect(await said({ ...several, least: 2 }, ['none'])).toMatch(/请核对.*都没有/s)
  })
})

describe('an option that is retired', () => {
  test.each([several, { type: 'choice', options, other: true }])('is not offered', async (question) => {
    const { page } = await openedForm(question)
    expect(page).toContain('value="heat"')
    expect(page).not.toContain('value="asbestos"')
  })

  test.each([several, { type: 'choice', options }])(
    'is taken, shown and offered again to whoever comes back with it',
    async (question) => {
      const { sent } = await openedForm(question)
      expect(read(await sent({ '': 'asbestos' }))).toMatch(/请核对.*石棉/s)
      expect(await sent({ '': 'asbestos' }, 'edit')).toMatch(/<input[^>]*value="asbestos" checked/)
    },
  )
})
