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
  const why = shut({ form: site.form, site }, now)
  if (why?.why === 'notYet') return m.sites.from(formatDay(locale, zone, why.from))
  return m.sites.standings[why?.why ?? 'open']
}

/** The same beside its name in a list, where open ones need no word. */
export function standingAside(view: View, site: Site, now: Date): string {
  return shut({ form: site.form, site }, now) ? ` · ${standingOfSite(view, site, now)}` : ''
}
