import { manners, type Stage } from './stage.ts'

/**
 * The selectors of the style sheet that match no element on any page. They are asked of the page rather than
 * counted by Chromium's coverage, which takes a rule for print, for the dark or for a focus as never used.
 * So neither width nor colours matter, only what is written into the page: language and view. What no scene
 * comes to, like the codes for paper that are shown once, is named too: look for it in `src` before it goes.
 */
export async function unusedSelectors({ scenes, show }: Stage): Promise<string[]> {
  const unused = new Map<string, boolean>()
  for (const manner of manners.filter(({ width, dark }) => width === 360 && !dark)) {
    for (const scene of scenes) {
      const found = await show(scene, manner, (page) => page.evaluate(askEach))
      for (const [selector, isUsed] of found) {
        unused.set(selector, !isUsed && (unused.get(selector) ?? true))
      }
    }
    console.log(manner.name)
  }
  return [...unused].filter(([, never]) => never).map(([selector]) => selector)
}

/** Runs in the page: each selector of its style sheets, and whether an element has it or may come to it. */
function askEach(): [selector: string, isUsed: boolean][] {
  /** What comes and goes while a page is looked at; without them a selector says who may come to it. */
  const passing = /::?(?:before|after|hover|focus|focus-visible|checked)(?![-\w])/g
  const selectors = [...document.styleSheets].flatMap((sheet) => selectorsIn(sheet.cssRules))
  return selectors.map((selector) => [
    selector,
    [selector, selector.replace(passing, '') || '*'].some((one) => document.querySelector(one) !== null),
  ])

  function selectorsIn(rules: CSSRuleList): string[] {
    return [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return rule.selectorText.split(/,(?![^(]*\))\s*/)
      return rule instanceof CSSGroupingRule ? selectorsIn(rule.cssRules) : []
    })
  }
}
