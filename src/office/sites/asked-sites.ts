import { standings } from '../../forms/opening.ts'
import type { SiteFilter } from './site-rows.ts'

/** Which sites an address asks for. */
export function askedSites({ q = '', of = '', show = '', batch = '' }: Record<string, string>): SiteFilter {
  return {
    q: q.normalize('NFKC').trim().slice(0, 60),
    of,
    show: standings.find((it) => it === show) ?? '',
    batch,
  }
}
