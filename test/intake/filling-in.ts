import type { Values, visitor } from './visitor.ts'

type Browser = Pick<ReturnType<typeof visitor>, 'get' | 'post' | 'send'>

/** Somebody who goes through a form, as its buttons lead him. */
export function fillingIn(browser: Browser, path: string) {
  let page = ''
  let address = path
  async function shown(response: Response): Promise<string> {
    const led = response.headers.get('location')
    if (led) return shown(await browser.get(led))
    page = await response.text()
    return page
  }
  return {
    page: () => page,
    open: async (at = path) => shown(await browser.get(at)),
    /** Presses a button of the page that stands there, with what its form carries. */
    async press(step: string, values: Values = {}, at = address): Promise<string> {
      const response = await browser.post(at, { ...carriedBy(formWith(step, page)), ...values, step })
      address = path
      return shown(response)
    },
    /** Chooses a file, and presses a button. */
    async attach(name: string, of: File, values: Values = {}, step = 'attach'): Promise<string> {
      const carried = carriedBy(formWith(step, page))
      const response = await browser.send(address, { ...carried, ...values, step }, { name, of })
      address = path
      return shown(response)
    },
    next(values: Values): Promise<string> {
      return this.press('next', values)
    },
    /** The code that the page tells. */
    code: () => [carriedBy(page).resume ?? ''].flat()[0] ?? '',
    /** What stands on the page, as it was posted by it. */
    take: (html: string) => {
      page = html
    },
  }
}

/** The form that has the button; the one that is filled in, where the page has it outside or not at all. */
function formWith(step: string, page: string): string {
  const forms = [...page.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => form)
  const pressed = forms.find((form) => form.includes(`name="step" value="${step}"`))
  return pressed ?? forms.find((form) => form.includes('name="token"')) ?? ''
}

/** What is posted though nobody typed it. */
export function carriedBy(form: string): Values {
  const carried: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    carried[name] = [...(carried[name] ?? []), value]
  return carried
}
