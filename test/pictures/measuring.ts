import type { Page } from 'playwright-core'

/** Where a page becomes one narrow column, as on a big screen at 400 % (WCAG 1.4.10). */
const narrow = 320

/** Where people lay out two columns, by finger as well. */
const wide = 1280

/** What is too small for a finger: everything that can be pressed but links in a sentence (WCAG 2.5.8). */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  const found = await page.evaluate(tooSmall, least)
  const more = await at(page, wide, () => page.evaluate(tooSmall, least))
  return [...found, ...more.map((one) => `at ${wide} ${one}`)]
}

/** What makes the page scroll sideways at 320 pixels. */
export function overflow(page: Page): Promise<string[]> {
  return at(page, narrow, () => page.evaluate(tooWide))
}

async function at<T>(page: Page, width: number, look: () => Promise<T>): Promise<T> {
  const before = page.viewportSize() ?? { width, height: 740 }
  await page.setViewportSize({ ...before, width })
  const seen = await look()
  await page.setViewportSize(before)
  return seen
}

/** Runs in the page. */
function tooSmall(least: number): string[] {
  const pressed = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]'
  return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((target) => {
    const isThere =
      target.checkVisibility({ visibilityProperty: true }) && !target.closest('[aria-hidden="true"]')
    if (!isThere || isInSentence(target)) return []
    const { width, height, right } = boxOf(target)
    if (right <= 0 || Math.min(width, height) > least - 0.5) return []
    return [`${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 200)}`]
  })

  /** With its label, where that is pressed in its place; of what comes to sight with the focus, as it is then. */
  function boxOf(target: HTMLElement): DOMRect {
    const isChoice = target instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(target.type)
    const parts = isChoice ? [target, ...(target.labels ?? [])] : [target]
    const boxes = parts.map((part) => part.getBoundingClientRect())
    const [left, top] = [Math.min(...boxes.map((it) => it.left)), Math.min(...boxes.map((it) => it.top))]
    const right = Math.max(...boxes.map((it) => it.right))
    const bottom = Math.max(...boxes.map((it) => it.bottom))
    const box = new DOMRect(left, top, right - left, bottom - top)
    if (box.right > 0 || document.activeElement === target) return box
    target.focus()
    const shown = boxOf(target)
    target.blur()
    return shown
  }

  /** Whether words that cannot be pressed stand in its line. */
  function isInSentence(target: HTMLElement): boolean {
    if (!(target instanceof HTMLAnchorElement) || !isInline(target)) return false
    let inner: Element = target
    while (inner.parentElement && isInline(inner.parentElement)) inner = inner.parentElement
    const beside = [...run(inner, 'previousSibling'), inner, ...run(inner, 'nextSibling')]
    const words = beside.map((node) => {
      const copy = node.cloneNode(true)
      if (copy instanceof Element) for (const one of copy.querySelectorAll(pressed)) one.remove()
      return copy instanceof Element && copy.matches(pressed) ? '' : copy.textContent
    })
    return /[\p{L}\p{N}]/u.test(words.join(''))
  }

  function run(from: Node, to: 'previousSibling' | 'nextSibling'): Node[] {
    const next = from[to]
    if (!next || (next instanceof Element && (next.tagName === 'BR' || !isInline(next)))) return []
    return [next, ...run(next, to)]
  }

  function isInline(element: Element): boolean {
    return getComputedStyle(element).display === 'inline'
  }
}

/** Runs in the page. */
function tooWide(): string[] {
  const width = document.documentElement.clientWidth
  const over = (document.scrollingElement?.scrollWidth ?? 0) - width
  if (over <= 0) return []
  const outside = [...document.body.querySelectorAll('*')].filter(
    (it) => it.getBoundingClientRect().right > width + 0.5,
  )
  const innermost = outside.filter((it) => !outside.some((other) => other !== it && it.contains(other)))
  const shown = innermost.slice(0, 5).map((it) => it.outerHTML.slice(0, 200))
  return [`${over} px too wide at ${width}:\n  ${shown.join('\n  ')}`]
}
