import type { Published } from '../figures/published.ts'
import { measures } from '../figures/tallies.ts'
import type { View } from '../ui/view.ts'
import { anchorOf, nameOf } from './period-name.ts'

export interface Section {
  /** More than one only where they are silent. */
  periods: [Published, ...Published[]]
  /** Nothing is told of it, neither alone nor together with others. */
  isSilent: boolean
}

/** What is published, in the sections of the page: silent months that follow each other are one. */
export function sectionsOf(published: Published[]): Section[] {
  const told = new Set(published.flatMap(whatItTellsOf))
  const sections: Section[] = []
  for (const it of published) {
    const isSilent = !told.has(it.period)
    const last = sections.at(-1)
    if (isSilent && last?.isSilent) last.periods.push(it)
    else sections.push({ periods: [it], isSilent })
  }
  return sections
}

/** The months of which a period tells anything, and itself. */
function whatItTellsOf({ period, told }: Published): string[] {
  const months = measures.flatMap((measure) => told[measure]?.months ?? [])
  return months.length > 0 ? [period, ...months] : []
}

export function SilentMonths({ view, periods: [newest, ...others] }: { view: View } & Section) {
  const t = view.m.board
  const oldest = others.at(-1)
  const [from, to] = [oldest && nameOf(view, oldest.period), nameOf(view, newest.period)]
  return (
    <section aria-labelledby={anchorOf(newest.period)}>
      <h2 id={anchorOf(newest.period)}>{from ? t.fromTo(from, to) : to}</h2>
      <p class="quiet">{t.silent}</p>
    </section>
  )
}
