import { dumped } from '../../support/dumping.ts'
import type { Huying } from '../../support/huying.ts'
import { expect } from '../../support/journey.ts'
import type { Traveller } from './traveller.ts'

/** What somebody says or is called: no option, no code of a field. */
const isWords = (text: string) => /\p{Script=Han}{4}|^\d{11}$|@/u.test(text) || text.split(' ').length > 2

/** Nothing that these people typed lies in a database as it was typed, once all that follows has been done. */
export async function expectNowhere(huying: Huying, travellers: readonly Traveller[]): Promise<void> {
  await huying.scheduled('30 * * * *', new Date())
  const words = travellers.flatMap(({ typed }) => typed).filter(isWords)
  expect(words.length).toBeGreaterThan(2)
  for (const database of [huying.d1, huying.search]) {
    const all = await dumped(database)
    expect(words.filter((text) => all.includes(text))).toEqual([])
  }
}
