import { beforeAll, describe, expect, test } from 'vitest'
import { text } from '../examples.ts'
import { hurriedTown, openedForm } from '../one-question.ts'
import { asking, inParts } from './asking.ts'

const options = ['工资', '食堂', '宿舍', '班车'].map((label, at) => ({ value: `v${at}`, label: text(label) }))
const settings = { type: 'ranking', required: true, options }
const answer = asking(settings)
const firstThree = asking({ ...settings, most: 3 })

describe('a ranking', () => {
  test('is kept as the options in their order, and shown with its numbers', () => {
    expect(answer(inParts({ v0: '3', v1: '1', v2: '4', v3: '2' }))).toEqual({
      answer: ['v1', 'v3', 'v0', 'v2'],
      shown: '1 食堂\n2 班车\n3 工资\n4 宿舍',
    })
  })

  test('may end early', () => {
    expect(answer(inParts({ v2: '1' })).answer).toEqual(['v2'])
  })

  test('has each number once, and who has the same is named', () => {
    expect(answer(inParts({ v0: '1', v1: '2', v3: '2' }))).toEqual({
      error: 'rank_twice',
      parts: ['v1', 'v3'],
    })
  })

  test.each([
    ['the first number', { v0: '2' }],
    ['a number between others', { v0: '1', v1: '3' }],
  ])('without %s is none', (_, given) => {
    expect(answer(inParts(given)).error).toBe('rank_missing')
  })

  test('ends with the last number that the form gives', () => {
    expect(firstThree(inParts({ v0: '1', v1: '2', v2: '3' })).answer).toEqual(['v0', 'v1', 'v2'])
    expect(firstThree(inParts({ v0: '1', v1: '4' }))).toEqual({ error: 'not_offered', parts: ['v1'] })
  })

  test('that has to be given is asked for', () => {
    expect(answer({})).toEqual({ error: 'required', parts: [] })
    expect(asking({ ...settings, required: false })({})).toEqual({ unknown: [] })
  })
})

describe('the page', () => {
  beforeAll(hurriedTown)

  test('says which number is missing or there twice, leads to it, and keeps what was chosen', async () => {
    const { page, sent } = await openedForm({ ...settings, most: 3 })
    expect(page).toContain('从 1 选起，每个数只用一次，最多选 3 项。')
    expect(await sent(inParts({ v1: '1', v2: '3' }))).toContain('问：还没有第 2 位')
    const twice = await sent(inParts({ v1: '1', v2: '1' }))
    expect(twice).toContain('<a href="#asked">问 · 食堂；宿舍：第 1 位选了不止一次，请改一个</a>')
    expect(twice).toMatch(/id="asked" name="asked--v1" aria-invalid="true".*?value="1" selected/s)
  })
})
