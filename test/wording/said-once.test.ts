import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { locales, states } from '../../src/db/vocabulary.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { query, urls } from '../../src/urls.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { days } from '../support/town/times.ts'
import { type Town, town } from '../support/town/town.ts'

let here: Town
beforeAll(async () => {
  here = await town(env.DB)
})

/** What says how a case stands, in a language. */
const wordsIn = (locale: 'zh' | 'en') => {
  const { words, common } = catalogs[locale]
  return [words.states, words.closing, common.lamps].flatMap((it) => Object.values(it))
}

/** The words that a page says twice in a row, with nothing but marks between. */
function doubled(page: string, locale: 'zh' | 'en'): string[] {
  const text = read(page)
  const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return wordsIn(locale).filter((word) =>
    new RegExp(`(?<!\\p{L})${literal(word)}[\\s·,:，：]*${literal(word)}(?!\\p{L})`, 'iu').test(text),
  )
}

const reached = states.filter((state) => state !== 'submitted')

test.each(reached)('in the state “%s” no page says twice how a case stands, late or not', async (state) => {
  for (const late of [0, 40]) {
    clock.now = days(0)
    const held = await here.given(state)
    const later = here.at(days(late))
    if (late > 0) await later.strike()
    clock.now = days(late)
    const desk = await at('supervisor')
    const phone = await phoneOf(held)
    for (const locale of locales) {
      const lang = { lang: locale }
      const pages = [
        await desk.get(urls.deskCases + query({ show: state, ...lang })),
        await desk.get(urls.deskCase(held.id) + query(lang)),
        await phone.get(urls.follow + query(lang)),
      ]
      for (const [at, page] of pages.entries())
        expect(doubled(await page.text(), locale), `page ${at} ${late}`).toEqual([])
    }
  }
})
