import { beforeEach, expect, test } from 'vitest'
import { query, urls } from '../../src/urls.ts'
import { clock, read } from '../support/town/pages.ts'
import type { Held } from '../support/town/town.ts'
import { here, open, press, see } from './desk.ts'

let founded = false
beforeEach(async () => {
  if (!founded) {
    await open()
    await here.person('local', [['supervisor', 'township']])
    await here.person('elsewhere', [['supervisor', 'elsewhere']])
    await here.person('named', [['supervisor', 'township']], ['harassment'])
    founded = true
  }
  await here.forgetCases()
})

const list = urls.deskCases + query({ show: 'supervised' })
const linesOf = async (person: string) => {
  const { text } = await see(person, list)
  return [...text.matchAll(/第 (\d+) 号/g)].map(([, number]) => Number(number))
}

/** Two days without a word to the worker. */
async function neglected(changes: Parameters<typeof here.file>[0] = {}): Promise<Held> {
  const held = await here.file(changes)
  await here.at('2026-09-23T10:00:00+08:00').strike()
  clock.now = new Date('2026-09-25T10:00:00+08:00')
  return held
}

test('whoever watches reads on his desk how many are supervised, for how long, and finds them', async () => {
  const held = await neglected()
  for (const [person, words] of [
    ['supervisor', '1 督办中 最久 2 天'],
    ['chair', '1 督办中 最久 2 天'],
    ['deputy', '1 督办中 最久 2 天'],
    ['local', '1 督办中 最久 2 天'],
    ['head', '您负责的范围内有 1 件正在督办，最久的已有 2 天。'],
  ] as const) {
    const { text } = await see(person, urls.desk)
    expect(read(text), person).toContain(words)
    expect(text).toContain(`href="${list}"`)
    expect(await linesOf(person), person).toEqual([held.number])
  }
  for (const person of ['officer', 'handler', 'elsewhere'])
    expect(read((await see(person, urls.desk)).text), person).not.toMatch(/督办，最久|[1-9] 督办中/)
  expect(await linesOf('elsewhere')).toEqual([])
})

test('the list is by due date, of a category where one is chosen, and only of what is open', async () => {
  const later = await here.at('2026-09-21T10:00:00+08:00').file({ category: 'hours' })
  const sooner = await neglected()
  expect(await linesOf('supervisor')).toEqual([sooner.number, later.number])
  const { text } = await see('supervisor', `${list}&category=hours`)
  expect(text).toContain(urls.deskCase(later.id))
  expect(text).not.toContain(urls.deskCase(sooner.id))
  await press('supervisor', later, 'supervision-end', { reason: '问过了' })
  expect(await linesOf('supervisor')).toEqual([sooner.number])
})

test('a strict case is counted and listed for whoever is named alone', async () => {
  const held = await neglected({ category: 'harassment', danger: false })
  expect(await linesOf('supervisor')).toEqual([])
  expect(read((await see('supervisor', urls.desk)).text)).toContain('0 督办中')
  expect(await linesOf('named')).toEqual([held.number])
  expect(read((await see('named', urls.desk)).text)).toContain('1 督办中')
})
