import axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on the page as it is now, against WCAG 2.2 A and AA and beyond. It is brought to a page once and
 * asked for violations only: through its own runner a page takes four times as long.
 */
export async function foundByAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (values) => {
    const asked = { runOnly: { type: 'tag' as const, values }, resultTypes: ['violations' as const] }
    return (await window.axe?.run({ ...asked, iframes: false }))?.violations
  }, tags)
  if (!violations) throw new Error(`axe did not look at ${page.url()}`)
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  )
}
