import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Locale } from '../../../src/db/vocabulary.ts'
import { expectAccessible } from '../../support/journey.ts'

/** How a journey is made: in which language, with or without scripts, and whether axe looks at each page. */
export interface Manner {
  locale: Locale
  scripts: boolean
  axe: boolean
}

/** A person on the road: his browser, and what he does in it. */
export interface Traveller {
  page: Page
  open(path: string): Promise<void>
  /** Sends the form whose address contains this, after filling in its fields by name. */
  send(action: string, fields?: Record<string, string>): Promise<void>
  /** What the page says. */
  text(): Promise<string>
  /** All that he filled in. */
  typed: string[]
}

export const contextOf = ({ locale, scripts }: Manner): BrowserContextOptions => ({
  javaScriptEnabled: scripts,
  locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
})

export function traveller(page: Page, { axe }: Manner): Traveller {
  const seen = new Set<string>()
  const look = async () => {
    // The tab of a worker's page says nothing.
    const heading = await page.locator('h1').first().innerText()
    if (!axe || seen.has(heading)) return
    seen.add(heading)
    await expectAccessible(page)
  }
  const typed: string[] = []
  return {
    page,
    typed,
    async open(path) {
      await page.goto(path)
      await look()
    },
    async send(action, fields = {}) {
      const own = page.locator(`main button:not(.link-button)[formaction*="${action}" i]`)
      const form = page.locator(`form[action*="${action}" i]`).first()
      const pressed = form.locator('button[type="submit"]:not(.link-button)').last()
      const button = (await own.count()) ? own.first() : pressed
      const whole = (await own.count()) ? page.locator('main') : form
      await unfolded(button)
      typed.push(...Object.values(fields))
      for (const [name, value] of Object.entries(fields)) {
        const field = whole.locator(`[name="${name}"]`)
        await unfolded(field.first())
        await fill(field, value)
      }
      await Promise.all([page.waitForEvent('load'), button.click({ noWaitAfter: true })])
      await look()
    },
    text: () => page.locator('main').innerText(),
  }
}

/** With all that was folded over it. */
async function unfolded(inside: ReturnType<Page['locator']>) {
  const folded = inside.locator('xpath=ancestor::details[not(@open)]/summary')
  while (await folded.count()) await folded.first().click()
}

async function fill(fields: ReturnType<Page['locator']>, value: string) {
  const kind = await fields.first().evaluate((field) => field.getAttribute('type') ?? field.tagName)
  if (kind === 'radio' || kind === 'checkbox') {
    const matching = await fields.evaluateAll(
      (all, wanted) => all.findIndex((field) => field.getAttribute('value') === wanted),
      value,
    )
    await fields.nth(matching).check({ force: true })
  } else if (kind === 'SELECT') await fields.first().selectOption(value)
  else await fields.first().fill(value)
}
