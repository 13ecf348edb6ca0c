import { beforeAll, describe, expect, test } from 'vitest'
import { hurriedTown, openedForm } from '../one-question.ts'
import { asking } from './asking.ts'

const settings = { type: 'place', required: true }
const answer = asking(settings)
const at = (latitude: string, longitude: string) => ({ '--latitude': latitude, '--longitude': longitude })

describe('a place', () => {
  test('is its words, and about where it is', () => {
    expect(answer({ '': '东门外', ...at('30.61249', '117.5304') })).toEqual({
      answer: { words: '东门外', at: [30.612, 117.53] },
      shown: '东门外 (30.612, 117.530)',
    })
  })

  test.each([
    ['words', { '': '东门外' }, { words: '东门外' }],
    ['numbers', at('30.612', '117.53'), { words: '', at: [30.612, 117.53] }],
  ])('may be %s alone', (_, given, kept) => {
    expect(answer(given).answer).toEqual(kept)
  })

  test('is asked for where it has to be given', () => {
    expect(answer({ '': '', ...at('', '') })).toEqual({ error: 'required', parts: [] })
  })

  test('lies in China, and has both numbers', () => {
    const wrong = { parts: ['latitude', 'longitude'] }
    expect(answer(at('51.5', '0.1'))).toEqual({ ...wrong, error: 'not_in_china' })
    expect(answer({ '': '东门外', ...at('30.612', '') })).toEqual({ ...wrong, error: 'not_coordinates' })
  })

  test('has two hundred characters at most', () => {
    expect(answer({ '': '路'.repeat(201) })).toEqual({ error: 'too_long', parts: [] })
  })
})

describe('the page', () => {
  beforeAll(hurriedTown)

  test('shows no numbers until there are some, and then shows them without a script', async () => {
    const { page, sent } = await openedForm(settings)
    const numbers = /data-locate[^>]*hidden/
    expect(page).toMatch(numbers)
    const wrong = await sent(at('51.5', '0.1'))
    expect(wrong).not.toMatch(numbers)
    expect(wrong).toContain('<a href="#asked">问 · 纬度；经度：这两个数不在国内')
    expect(wrong).toMatch(/id="asked" name="asked--latitude" value="51.5"/)
  })
})
