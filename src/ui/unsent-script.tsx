import { tags } from '../i18n/dates.ts'
import { urls } from '../urls.ts'
import type { View } from './view.ts'

/** Keeps on the phone what could not be sent, and says so; a file of its own, for which no first page waits. */
export function UnsentScript({ view: { m, locale, release } }: { view: View }) {
  const words = Object.entries(m.unsent).map(([name, text]) => [`data-${name}`, text])
  // What it asks for, to see whether the service answers, is the smallest file that there is.
  const asks = { 'data-asks': urls.serviceWorker, 'data-locale': tags[locale] }
  const said = { ...asks, ...Object.fromEntries(words) }
  return <script src={`${urls.unsentScript}?${release}`} defer {...said} />
}
