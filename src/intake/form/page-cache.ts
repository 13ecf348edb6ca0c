import type { Opened } from '../../forms/versions.ts'
import type { Rules } from '../../orgs/rules.ts'

interface Kept {
  rules: Rules
  head: string
  tail: string
}

const mostViews = 16
const pages = new WeakMap<Opened, Map<string, Kept>>()
const mark = 'the-token-goes-here'

/**
 * An empty form as it was rendered before, with a token of its own put in. A page lives as long as the
 * form and the rules it shows are kept, which is half a minute; `view` tells apart how it is seen.
 */
export async function withToken(
  of: { opened: Opened; rules: Rules; view: string },
  token: string,
  render: (token: string) => Promise<string>,
): Promise<string> {
  const views = pages.get(of.opened) ?? new Map<string, Kept>()
  let page = views.get(of.view)
  if (page?.rules !== of.rules) {
    const [head = '', tail = ''] = (await render(mark)).split(mark)
    page = { rules: of.rules, head, tail }
    if (views.size < mostViews) pages.set(of.opened, views.set(of.view, page))
  }
  return page.head + token + page.tail
}
