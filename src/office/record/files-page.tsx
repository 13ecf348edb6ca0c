import { mostInPart, type Part } from '../../cases/record/file-parts.ts'
import { formatDay } from '../../i18n/dates.ts'
import type { Staff } from '../../orgs/staff.ts'
import { instantIn } from '../../orgs/zone.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Empty } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'

interface Props {
  view: View
  staff: Staff
  /** All of which there are files, the newest first. */
  months: string[]
  month: string | null
  parts: Part[]
}

export function FilesPage({ view, staff, months, month, parts }: Props) {
  const t = view.m.office.record
  return (
    <OfficePage view={view} staff={staff} title={t.title}>
      <p>{t.lead}</p>
      <p class="row">
        <a href={urls.record}>{t.heads}</a>
      </p>
      {month === null && (
        <Empty title={t.none}>
          <p>{t.whenFirst}</p>
        </Empty>
      )}
      {month !== null && <h2>{monthInWords(view, month)}</h2>}
      <ul class="list">
        {parts.map((part) => (
          <li>
            <strong class="what">{daysOf(view, part)}</strong>
            <span>{t.entries(part.links)}</span>
            <form method="post" action={urls.officeRecord}>
              <Hidden name="from" value={part.from} />
              <Hidden name="skip" value={part.skip} />
              <Submit quiet>
                {t.take}
                <span class="unseen"> {daysOf(view, part)}</span>
              </Submit>
            </form>
          </li>
        ))}
      </ul>
      {months.length > 1 && <Months view={view} months={months.filter((it) => it !== month)} />}
      <h2>{t.checkTitle}</h2>
      <p>{t.check}</p>
      <p>{t.strict}</p>
      <pre class="definition">
        npm run audit:verify -- huying-record-2026-11-01.jsonl --head 2026-11-08=3f9c…
      </pre>
    </OfficePage>
  )
}

function Months({ view, months }: { view: View; months: string[] }) {
  return (
    <details>
      <summary>{view.m.office.record.otherMonths}</summary>
      <ul class="list">
        {months.map((it) => (
          <li>
            <a class="what" href={urls.officeRecord + query({ month: it })}>
              {monthInWords(view, it)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function monthInWords({ m }: View, month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return m.board.month(year, number)
}

/** The days of a file, and which piece it is of one that has several. */
function daysOf({ m, locale, zone }: View, { from, to, skip }: Part): string {
  const [first, last] = [from, to].map((day) => formatDay(locale, zone, instantIn(zone, day))) as [
    string,
    string,
  ]
  if (from !== to) return m.board.fromTo(first, last)
  return skip > 0 ? m.office.record.piece(first, skip / mostInPart + 1) : first
}
