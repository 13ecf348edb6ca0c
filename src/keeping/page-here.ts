import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { urls } from '../urls.ts'

/**
 * The path of a page of ours, as an address says it; home for everything else, so that nobody is led out of the
 * house. Where it is an answer that was kept, it is shown again.
 */
export function pageHere(c: Context<AppEnv>, said: string | undefined): string {
  const base = new URL(c.req.url).origin
  if (!said || !/^\/[!-~]*$/.test(said) || said.length > 500 || !URL.canParse(said, base)) return urls.home
  const url = new URL(said, base)
  return url.origin === base && url.pathname + url.search === said ? said : urls.home
}
