import { tokenIn } from '../support/town/pages.ts'
import type { Values, visitor } from './visitor.ts'

type Browser = Pick<ReturnType<typeof visitor>, 'get' | 'post' | 'send'>

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1]

/** Somebody who goes through a form page by page, as its buttons lead him. */
export function fillingIn(browser: Browser, path: string) {
  let page = ''
  let address = path
  async function shown(response: Response): Promise<string> {
    const led = response.headers.get('location')
    if (led) return shown(await browser.get(led))
    page = await response.text()
    return page
  }
  function carried(): Values {
    const resume = hidden(page, 'resume')
    const all = { token: tokenIn(page), page: hidden(page, 'page') ?? '' }
    return resume ? { ...all, resume } : all
  }
  return {
    page: () => page,
    open: async (at = path) => shown(await browser.get(at)),
    /** Presses a button of the page that stands there. */
    async press(step: string, values: Values = {}, at = address): Promise<string> {
      const response = await browser.post(at, { ...carried(), ...values, step })
      address = path
      return shown(response)
    },
    /** Chooses a file, and presses a button. */
    async attach(name: string, of: File, values: Values = {}, step = 'attach'): Promise<string> {
      const response = await browser.send(address, { ...carried(), ...values, step }, { name, of })
      address = path
      return shown(response)
    },
    next(values: Values): Promise<string> {
      return this.press('next', values)
    },
    /** The code that the page tells. */
    code: () => hidden(page, 'resume') ?? '',
    /** What stands on the page, as it was posted by it. */
    take: (html: string) => {
      page = html
    },
  }
}
