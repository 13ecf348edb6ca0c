import { describe, expect, test } from 'vitest'
import { asking, inParts, keptInVault } from './asking.ts'

const parts = ['province', 'city', 'county', 'town', 'area', 'detail']
const home = { type: 'address', parts, needed: ['town'] }
const written = inParts({ town: '柳湾镇', county: '青石县', detail: '和平路 8 号' })
const answer = asking(home)

describe('an address', () => {
  test('is kept part by part, each in one line, and shown from the widest part on', () => {
    expect(answer({ ...written, '--town': ' 柳湾\u200b镇\n' })).toEqual({
      answer: { county: '青石县', town: '柳湾镇', detail: '和平路 8 号' },
      shown: '青石县 柳湾镇 和平路 8 号',
    })
  })

  test('in another language is shown from its door on', () => {
    const { shown } = answer(inParts({ county: 'Qingshi', town: 'Liuwan', detail: '8 Heping Road' }))
    expect(shown).toBe('8 Heping Road, Liuwan, Qingshi')
  })

  test('without a part that it needs is none, and which one is told', () => {
    expect(answer({ '--county': '青石县' })).toEqual({ error: 'required', parts: ['town'] })
  })

  test('may be left out where it is not required, whatever it needs', () => {
    expect(answer({})).toEqual({ unknown: [] })
  })

  test('that has to be given is asked for as a whole', () => {
    expect(asking({ ...home, required: true })({})).toEqual({ error: 'required', parts: [] })
  })

  test('asks for what it needs, and for nothing that it does not ask', () => {
    const street = asking({ type: 'address', parts: ['detail'], needed: ['county'] })
    expect(street({ '--county': '青石县' }).answer).toEqual({ county: '青石县' })
    expect(street({ '--town': '柳湾镇' }).unknown).toEqual(['asked--town'])
  })

  test('has two hundred characters at most, all parts together', () => {
    const long = (town: number, detail: number) =>
      answer(inParts({ town: '镇'.repeat(town), detail: '路'.repeat(detail) })).error
    expect([long(100, 99), long(100, 100)]).toEqual([undefined, 'too_long'])
  })

  test('that names its worker lies in the vault in one line', () => {
    expect(keptInVault(home, written)).toBe('青石县 柳湾镇 和平路 8 号')
  })
})
