import type { Page } from 'playwright-core'
import { afterAll, test } from 'vitest'
import { locales } from '../../src/db/vocabulary.ts'
import { foundByAxe } from '../support/axe.ts'
import { overflow, smallTargets } from './measuring.ts'
import { openStage } from './stage.ts'

const stage = await openStage(1)
afterAll(() => stage.close())

/** How big a target is at least, in CSS pixels (适老化: 60). */
const views = { standard: 44, elder: 60 }

for (const scene of stage.scenes)
  test.concurrent(`${scene.name}: axe finds nothing, a finger hits everything, nothing scrolls sideways`, async ({
    expect,
  }) => {
    const found = new Map<string, string[]>()
    for (const locale of locales)
      await stage.show(scene, { name: locale, width: 360, locale }, async (page) => {
        for (const [view, least] of Object.entries(views))
          for (const one of await look(page, view, least))
            found.set(one, [...(found.get(one) ?? []), `${locale} ${view}`])
      })
    const lines = [...found].map(([what, where]) => `${where.join(', ')} · ${what}`)
    expect(lines.join('\n'), scene.name).toBe('')
  })

/** With everything unfolded. The elder view is a class of the page; asked for anew, a page that answered a form is gone. */
async function look(page: Page, view: string, least: number): Promise<string[]> {
  await page.evaluate((isElder) => {
    document.documentElement.classList.toggle('elder', isElder)
    for (const folded of document.querySelectorAll('details')) folded.open = true
  }, view === 'elder')
  return [...(await foundByAxe(page)), ...(await smallTargets(page, least)), ...(await overflow(page))]
}
