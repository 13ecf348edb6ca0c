import type { Child } from 'hono/jsx'
import type { Published, Told } from '../figures/published.ts'
import { percent } from '../figures/rates.ts'
import { type Measure, measures } from '../figures/tallies.ts'
import type { View } from '../ui/view.ts'
import { Categories } from './by-category.tsx'
import { anchorOf, nameOf } from './period-name.ts'

interface Props {
  view: View
  it: Published
  /** What stands in for it, where it is withheld, is among these. */
  all: Published[]
}

/** A month; or what is told of several months of a quarter or a year together. */
export function Period({ view, it, all }: Props) {
  const t = view.m.board
  const isMonth = /-\d\d$/.test(it.period)
  const shown = isMonth ? measures : measures.filter((measure) => it.told[measure])
  return (
    <section aria-labelledby={anchorOf(it.period)}>
      <h2 id={anchorOf(it.period)}>{nameOf(view, it.period)}</h2>
      {!isMonth && <p class="hint">{t.whyTogether}</p>}
      <table>
        <tbody>
          {shown.flatMap((measure) =>
            it.told[measure] ? (
              rowsOf(view, it.told, measure, isMonth ? '' : t.together(monthsOf(it.told, measure)))
            ) : (
              <Row name={t.measures[measure]}>
                <Withheld view={view} instead={insteadOf(all, it.period, measure)} />
              </Row>
            ),
          )}
        </tbody>
      </table>
      <Categories view={view} told={it.told} />
    </section>
  )
}

function rowsOf(view: View, told: Told, measure: Measure, months: string) {
  const t = view.m.board
  const { filed, contacts, answers } = told
  const share = (name: string, count: number, of: number, words: typeof t.ofCases) => (
    <Row name={name + months}>
      <Share view={view} count={count} of={of} words={words} />
    </Row>
  )
  switch (measure) {
    case 'filed':
      return filed ? [<Row name={t.measures.filed + months}>{t.cases(filed.of)}</Row>] : []
    case 'contacts':
      return contacts ? [share(t.response, contacts.inTime, contacts.of, t.ofCases)] : []
    case 'answers': {
      if (!answers) return []
      const { of, solved, partly, satisfied } = answers
      return [
        share(t.solved, solved, of, t.ofWorkers),
        partly === null ? (
          <Row name={t.partly + months}>
            <Withheld view={view} />
          </Row>
        ) : (
          share(t.partly, partly, of, t.ofWorkers)
        ),
        share(t.satisfied, satisfied, of, t.ofWorkers),
      ]
    }
  }
}

function Row({ name, children }: { name: string; children: Child }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{children}</td>
    </tr>
  )
}

interface ShareProps {
  view: View
  count: number
  of: number
  words: (numerator: number, denominator: number) => string
}

function Share({ view, count, of, words }: ShareProps) {
  const t = view.m.board
  const share = percent({ numerator: count, denominator: of })
  if (share === null) return <span class="quiet">{t.none}</span>
  return (
    <>
      <strong>{t.rate(share)}</strong> <span class="hint">{words(count, of)}</span>
    </>
  )
}

/** Said plainly, and where the same stands for a longer time. */
function Withheld({ view, instead }: { view: View; instead?: string | undefined }) {
  const t = view.m.board
  if (!instead) return <span class="quiet">{t.withheld}</span>
  return (
    <>
      <span class="quiet">{t.withheld}</span>{' '}
      <span class="hint">
        <a href={`#${anchorOf(instead)}`}>{t.see(nameOf(view, instead))}</a>
      </span>
    </>
  )
}

function insteadOf(all: Published[], month: string, measure: Measure): string | undefined {
  return all.find(({ told }) => told[measure]?.months.includes(month))?.period
}

function monthsOf(told: Told, measure: Measure): number[] {
  return (told[measure]?.months ?? []).map((month) => Number(month.slice(5)))
}
