import { beforeAll, expect, test } from 'vitest'
import { urls } from '../../src/urls.ts'
import { here, open, press, see } from './desk.ts'

beforeAll(open)

const unsaid = '没有说明，按 1 人计'

/** The value of the field that asks for the number when a case is accepted. */
const askedIn = (text: string) => /<input[^>]*name="acceptance-workers"[^>]*?value="([^"]*)"/.exec(text)?.[1]

test('where the worker left the number of people empty, nobody reads that there is one', async () => {
  const held = await here.file()
  const { text } = await see('officer', urls.deskCase(held.id))
  expect(text).toContain(unsaid)
  expect(text).not.toContain('1 人<')
  expect(askedIn(text)).toBe('')
  expect((await press('officer', held, 'acceptance', { category: 'wages', workers: '' })).status).toBe(303)
  expect((await see('officer', urls.deskCase(held.id))).text).toContain(unsaid)
})

test('what the worker or the officer said is shown as a number', async () => {
  const one = await here.file({ answers: { people: 1 }, workers: 1 })
  const { text } = await see('officer', urls.deskCase(one.id))
  expect(text).toContain('>1 人<')
  expect(askedIn(text)).toBe('1')
  const unknown = await here.file()
  await press('officer', unknown, 'acceptance', { category: 'wages', workers: '１２ 人' })
  expect((await see('officer', urls.deskCase(unknown.id))).text).toContain('>12 人<')
})
