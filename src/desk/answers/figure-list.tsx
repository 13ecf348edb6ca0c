import type { Bar, Figure } from '../../exports/answer-figures.ts'
import type { Summary } from '../../exports/summing-answers.ts'
import type { View } from '../../ui/view.ts'

interface Props {
  view: View
  summary: Pick<Summary, 'filings' | 'without'>
  figures: Figure[]
}

/** What the answers to each question came to: tables whose rows are as long as they count, so that nothing is told by a picture alone. */
export function FigureList({ view, summary, figures }: Props) {
  const t = view.m.answers
  return (
    <>
      <p>{t.summedOf(summary.filings)}</p>
      {summary.without > 0 && <p class="quiet">{t.summedWithout(summary.without)}</p>}
      {figures.map((figure) => (
        <section class="figure">
          <h2>{figure.label}</h2>
          <p class="quiet">{t.given(figure.given)}</p>
          {figure.spread && <p>{t.spread(figure.spread)}</p>}
          {figure.groups.map(({ title, bars }) => (
            <Bars view={view} title={title ?? figure.label} isOwn={title !== null} bars={bars} of={figure} />
          ))}
        </section>
      ))}
    </>
  )
}

interface BarsProps {
  view: View
  title: string
  /** Whether the heading above does not say it. */
  isOwn: boolean
  bars: Bar[]
  of: Figure
}

function Bars({ view, title, isOwn, bars, of: { given, isRanked } }: BarsProps) {
  const t = view.m.answers
  return (
    <table class="bars">
      <caption class={isOwn ? undefined : 'unseen'}>{title}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{t.answer}</th>
          <th scope="col">{isRanked ? t.ranksFirst : t.times}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, count }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={shareOf(count, given)} height="10" />
              </svg>
              {isRanked ? t.countFirst(count) : t.countAndShare(count, shareOf(count, given))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** In percent. */
const shareOf = (count: number, of: number) => (of > 0 ? Math.round((100 * count) / of) : 0)
