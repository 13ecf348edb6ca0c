import { urls } from '../urls.ts'
import type { View } from './view.ts'

/** Keeps on the phone what could not be sent, and says so; a page of its own to load, so that no first page waits for it. */
export function UnsentScript({ view: { m, release } }: { view: View }) {
  const words = Object.entries(m.unsent).map(([name, text]) => [`data-${name}`, text])
  return <script src={`${urls.unsentScript}?${release}`} defer {...Object.fromEntries(words)} />
}
