import type { PublishedMonth } from '../figures/published.ts'
import { percent, type Rate } from '../figures/rates.ts'
import { formatDay } from '../i18n/dates.ts'
import { Page } from '../ui/page.tsx'
import { Empty } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'

interface Props {
  view: View
  months: PublishedMonth[]
  /** When the next month is published. */
  next: Date
}

export function BoardPage({ view, months, next }: Props) {
  const t = view.m.board
  return (
    <Page view={view} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {months.length === 0 && (
        <Empty title={t.emptyTitle}>
          <p>{t.empty(formatDay(view.locale, view.zone, next))}</p>
        </Empty>
      )}
      {months.map((it) => (
        <Month view={view} it={it} />
      ))}
      <h2>{t.howTitle}</h2>
      <ul>
        {t.how.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        <a class="button" href={urls.home}>
          {t.home}
        </a>
      </p>
    </Page>
  )
}

function Month({ view, it }: { view: View; it: PublishedMonth }) {
  const t = view.m.board
  const [year = 0, month = 0] = it.month.split('-').map(Number)
  const id = `m${it.month}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t.month(year, month)}</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t.filed}</th>
            <td class="number">{it.filed === 'withheld' ? <Withheld view={view} /> : t.cases(it.filed)}</td>
          </tr>
          <RateRow view={view} name={t.response} rate={it.rates.response} of={t.ofCases} />
          <RateRow view={view} name={t.solved} rate={it.rates.solved} of={t.ofWorkers} />
          <RateRow view={view} name={t.satisfied} rate={it.rates.satisfied} of={t.ofWorkers} />
        </tbody>
      </table>
      {it.categories.length > 0 && <Categories view={view} it={it} />}
    </section>
  )
}

interface RateProps {
  view: View
  name: string
  rate: Rate | 'withheld'
  of: (numerator: number, denominator: number) => string
}

function RateRow({ view, name, rate, of }: RateProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">
        {rate === 'withheld' ? <Withheld view={view} /> : <Share view={view} rate={rate} of={of} />}
      </td>
    </tr>
  )
}

function Share({ view, rate, of }: { view: View; rate: Rate; of: RateProps['of'] }) {
  const t = view.m.board
  const share = percent(rate)
  if (share === null) return <span class="quiet">{t.none}</span>
  return (
    <>
      <strong>{t.rate(share)}</strong> <span class="hint">{of(rate.numerator, rate.denominator)}</span>
    </>
  )
}

function Categories({ view, it }: { view: View; it: PublishedMonth }) {
  const t = view.m.board
  return (
    <details>
      <summary>{t.byCategory}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.category}</th>
            <th scope="col" class="number">
              {t.filed}
            </th>
          </tr>
        </thead>
        <tbody>
          {it.categories.map(({ category, filed }) => (
            <tr>
              <th scope="row">{view.m.words.categories[category]}</th>
              <td class="number">{filed === 'withheld' ? <Withheld view={view} /> : t.cases(filed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Withheld({ view }: { view: View }) {
  return <span class="quiet">{view.m.board.withheld}</span>
}
