import type { Hit } from '../../search/asking.ts'
import { Day } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

/** What was found, the newest first, each with the place where it was found. */
export function Hits({ view, hits }: { view: View; hits: readonly Hit[] }) {
  return (
    <ul class="list cases">
      {hits.map((hit) => (
        <Found view={view} hit={hit} />
      ))}
    </ul>
  )
}

function Found({ view, hit: it }: { view: View; hit: Hit }) {
  const { words, desk } = view.m
  const ended =
    it.closingLabel !== null && it.closingLabel !== it.state ? words.closing[it.closingLabel] : null
  return (
    <li>
      <a class="what" href={urls.deskCase(it.id)}>
        {desk.case.number(it.number)} · {words.categories[it.category]}
      </a>
      <p class="story">{it.excerpt.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</p>
      {it.isElsewhere && <p class="quiet">{view.m.search.elsewhere}</p>}
      <p class="when">
        <Day view={view} at={it.createdAt} />
      </p>
      <div class="whose">
        {it.employer && <p>{it.employer}</p>}
        <p class="quiet">{[words.states[it.state], ended].filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  )
}
