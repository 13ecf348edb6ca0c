import { factory } from './env.ts'
import { unsent } from './keeping/unsent.tsx'

/**
 * Takes what changes something from pages of our own only, whatever type its body is said to have: a form
 * that reads no body, like the one to sign out, would otherwise be open to anybody who says "JSON".
 */
export const fromOwnPages = factory.createMiddleware(async (c, next) => {
  if (!/^(GET|HEAD)$/.test(c.req.method) && !isOwn(c.req.raw)) return unsent(c, 'crossSite')
  await next()
})

/** Old browsers send the one header, some in apps the other; a stranger's page can forge neither. */
function isOwn({ headers, url }: Request): boolean {
  return headers.get('sec-fetch-site') === 'same-origin' || headers.get('origin') === new URL(url).origin
}
