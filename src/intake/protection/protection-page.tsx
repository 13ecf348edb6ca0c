import { Page } from '../../ui/page.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

/** Who can see what a worker writes, who cannot, and what nobody can promise: docs/THREATS.md in his words. */
export function ProtectionPage({ view }: { view: View }) {
  const words = view.m.protection
  return (
    <Page view={view} worker title={words.title}>
      <h1>{words.title}</h1>
      {words.parts.map(({ title, points }) => (
        <section>
          <h2>{title}</h2>
          <ul>
            {points.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        </section>
      ))}
      <p class="row">
        <a href={urls.follow}>{words.follow}</a>
      </p>
    </Page>
  )
}
