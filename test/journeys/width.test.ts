import type { Locator, Page } from 'playwright-core'
import { query, urls } from '../../src/urls.ts'
import { seedFederation } from '../support/federation.ts'
import { expect, test } from '../support/journey.ts'
import { fileCase } from './road/filing.ts'
import { signIn } from './road/people.ts'
import { traveller } from './road/traveller.ts'

const manner = { locale: 'zh', scripts: false, axe: false } as const
const story = '九月和十月的工资到现在还没有发，问了班长三次，每次都说下个月一起发。\n'.repeat(60)

test('the desk uses a wide screen, and on a phone all of it stands one below the other', async ({
  huying,
  visit,
}) => {
  await seedFederation(huying)
  const id = await fileCase(huying, { answers: { story } })
  const { page, ...cadre } = traveller(await visit(), manner)
  await signIn({ page, ...cadre }, 'wu.xiaolan')

  const line = page.locator('.cases > li').first()
  for (const width of [1280, 1024]) {
    await look(page, urls.deskCases, width)
    const [what, when, whose] = await boxesOf(line, '.what', '.when', '.whose')
    expect(when.y).toBeLessThan(what.y + what.height)
    expect(whose.y).toBeLessThan(what.y + what.height)
    expect(what.x < when.x && when.x < whose.x).toBe(true)

    await look(page, urls.deskCase(id), width)
    const [facts, acts] = await boxesOf(page.locator('.case'), '.facts', '.acts')
    expect(acts.x).toBeGreaterThan(facts.x + facts.width)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2))
    const [beside] = await boxesOf(page.locator('.case'), '.acts > h2')
    expect(beside.y).toBeGreaterThanOrEqual(0)
    expect(beside.y).toBeLessThan(200)
  }

  // 640 pixels are what is left of 1280 at a zoom of 200 %.
  for (const width of [640, 360]) {
    await look(page, urls.deskCases, width)
    const [what, when, whose] = await boxesOf(line, '.what', '.when', '.whose')
    expect(what.y < when.y && when.y < whose.y).toBe(true)
    await look(page, urls.deskCase(id), width)
    const [facts, acts] = await boxesOf(page.locator('.case'), '.facts', '.acts')
    expect(acts.y).toBeGreaterThan(facts.y + facts.height)
  }
})

test('no page of the desk or the office scrolls sideways, from 320 pixels on', async ({ huying, visit }) => {
  await seedFederation(huying)
  const id = await fileCase(huying, { answers: { story: 'x'.repeat(300) } })
  const page = await visit({ javaScriptEnabled: false })
  const all = {
    'wu.xiaolan': [urls.desk, urls.deskCases + query({ show: 'closed' }), urls.deskCases, urls.deskCase(id)],
    'zhou.huimin': [urls.desk],
    'ding.yiming': [urls.office, urls.officeStaff, urls.officeSites, urls.officeSettings, urls.officeForms],
  }
  for (const [person, places] of Object.entries(all)) {
    await page.goto(urls.signIn)
    await page.locator(`form:has(input[value="${person}"]) button`).click()
    await page.waitForURL(/\/(?:desk|office)$/)
    for (const place of places)
      for (const size of ['standard', 'elder'])
        for (const width of [320, 640, 1024, 1280]) {
          await look(page, place + (place.includes('?') ? '&' : '?') + query({ view: size }).slice(1), width)
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(over, `${place} at ${width}, ${size}`).toBeLessThanOrEqual(0)
        }
  }
})

async function look(page: Page, path: string, width: number) {
  await page.setViewportSize({ width, height: 800 })
  await page.goto(path)
}

async function boxesOf<const Parts extends string[]>(of: Locator, ...parts: Parts) {
  const boxes = await Promise.all(parts.map((part) => of.locator(part).first().boundingBox()))
  return boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 }) as { [Part in keyof Parts]: Box }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}
