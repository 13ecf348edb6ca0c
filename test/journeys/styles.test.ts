import { seedDemo } from '../../scripts/demo/seed.ts'
import { urls } from '../../src/urls.ts'
import { expect, test } from '../support/journey.ts'
import { signIn } from './road/people.ts'
import { traveller } from './road/traveller.ts'

test('a browser that knows no layers shows a page as every other does', async ({ huying, visit }) => {
  await seedDemo(huying.d1, new Date(), huying.secrets)
  const page = await visit()
  const looksTheSame = async (path: string) => {
    if (path) await page.goto(path)
    expect(await page.evaluate(withoutLayers), page.url()).toEqual([])
  }
  await looksTheSame(urls.home)
  await looksTheSame(urls.site('QH7CM'))
  await looksTheSame(urls.board)

  const cadre = traveller(page, { locale: 'zh', scripts: true, axe: false })
  await signIn(cadre, 'peng.xiaolong')
  await looksTheSame(urls.desk)
  await Promise.all([page.waitForEvent('load'), page.locator('.list .what').first().click()])
  await looksTheSame('')
})

/** Runs in the page: what differs once only the copy for old browsers is left of the style sheet. */
async function withoutLayers(): Promise<string[]> {
  const own = document.querySelector('style')
  const link = document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')
  const sheet = (own ?? link)?.sheet
  if (!sheet?.cssRules.length) return ['there is no style sheet']
  const css = own?.textContent ?? (await (await fetch(link?.href ?? '')).text())
  const condition = '@supports not (color:revert-layer){'
  const copy = new CSSStyleSheet()
  copy.replaceSync(css.slice(css.indexOf(condition) + condition.length, css.lastIndexOf('}')))

  const before = looks()
  sheet.disabled = true
  document.adoptedStyleSheets = [copy]
  return looks().filter((look, at) => look !== before[at])

  function looks(): string[] {
    return [...document.querySelectorAll('html, body, body *')].flatMap((element) =>
      [null, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part)
        const name = `${element.tagName}.${element.className}${part ?? ''}`
        return [...style].map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`)
      }),
    )
  }
}
