import type { Step } from './ways.ts'

/** What another tab, a machine or somebody with bad intent would change in a form. */
export function change(field: string, value: string): Step {
  return (page) => page.locator(`main ${field}`).first().evaluate(setValue, value)
}

export function setAttribute(element: string, name: string, value: string): Step {
  return (page) =>
    page.locator(element).evaluate((it, to) => it.setAttribute(to.name, to.value), { name, value })
}

export const back: Step = (page) => page.goBack()

/** All but those that say how the page is to look. */
export const loseCookies: Step = async (page) => {
  const kept = (await page.context().cookies()).filter(({ name }) => name === 'lang' || name === 'view')
  await page.context().clearCookies()
  await page.context().addCookies(kept)
}

/** A page of somebody else with a form that leads to this one. */
export const fromElsewhere: Step = async (page) => {
  const action = page.url()
  await page.goto('about:blank')
  await page.setContent(
    `<form method="post" action="${action}"><textarea name="story">九月的工资</textarea><button>`,
  )
}

/** A box is ticked as well. */
function setValue(field: Element, value: string) {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value
  if (!(field instanceof HTMLInputElement)) return
  field.value = value
  if (field.type === 'radio' || field.type === 'checkbox') field.checked = true
}
