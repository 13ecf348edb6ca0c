import { inFives } from '../../figures/in-fives.ts'
import { shut } from '../../forms/opening.ts'
import { formatDay } from '../../i18n/dates.ts'
import type { View } from '../../ui/view.ts'
import type { Site } from './site-rows.ts'

/** How many were filed there, told in fives. */
export function filedAt({ m }: View, { filings }: Pick<Site, 'filings'>): string {
  const { least, most } = inFives(filings)
  return least === 0 ? m.office.sites.fewer(most + 1) : m.office.sites.filed(least, most)
}

/** Whether a site takes anything now, or why not. */
export function standingOfSite({ m, locale, zone }: View, site: Site, now: Date): string {
  if (site.successor) return m.sites.replacedBy(site.successor)
  const why = whyShut(site, now)
  if (!why || why.why === 'replaced') return m.sites.standings.open
  return why.why === 'notYet' ? m.sites.from(formatDay(locale, zone, why.from)) : m.sites.standings[why.why]
}

/** The same beside its name in a list, where open ones need no word. */
export function standingAside(view: View, site: Site, now: Date): string {
  return whyShut(site, now) ? ` · ${standingOfSite(view, site, now)}` : ''
}

/** Of its own days and its form's; what came after it tells the office by its code. */
const whyShut = ({ form, successor: _, ...site }: Site, now: Date) => shut({ form, site }, now)
