import { auditActions } from '../../db/audit-actions.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import { Empty, Moment, NextPage } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import type { AskedLog } from './asked-log.ts'
import { subjectInWords } from './subject-in-words.ts'

interface Props {
  view: View
  staff: Staff
  asked: AskedLog
  rows: { id: string; at: Date; action: string; subject: string; name: string | null }[]
  /** The id of the last row, where more follow. */
  last: string | undefined
}

export function LogPage({ view, staff, asked, rows, last }: Props) {
  const t = view.m.office.log
  const isToChoose = asked.called !== null && asked.called.length > 0
  return (
    <OfficePage view={view} staff={staff} title={t.title}>
      <p class="row">
        <a href={urls.officeRecord}>{view.m.office.record.ofCases}</a>
      </p>
      <FilterForm view={view} asked={asked} />
      {isToChoose && <Choosing view={view} asked={asked} />}
      {!isToChoose && rows.length === 0 && <Empty title={isFiltered(asked) ? t.noneSuch : t.none} />}
      <ul class="list">
        {rows.map((it) => (
          <li>
            <strong class="what">
              {it.name ?? t.somebody} · {actionInWords(view, it.action)}
            </strong>
            <span>{subjectInWords(view.m, it.action, it.subject)}</span>
            <span class="hint">
              <Moment view={view} at={it.at} />
            </span>
          </li>
        ))}
      </ul>
      {last && <NextPage view={view} href={urls.officeLog + query({ ...asked.typed, before: last })} />}
    </OfficePage>
  )
}

function FilterForm({ view, asked }: Pick<Props, 'view' | 'asked'>) {
  const { log: t, search } = view.m.office
  const { typed } = asked
  return (
    <details open={isFiltered(asked)}>
      <summary>{t.filter}</summary>
      <form method="get" action={urls.officeLog}>
        <Select
          view={view}
          name="action"
          label={t.action}
          value={typed.action}
          empty={t.anyAction}
          options={auditActions.map((value) => ({ value, label: t.actions[value] }))}
        />
        <TextField
          view={view}
          name="who"
          label={t.who}
          value={typed.who}
          error={asked.called?.length === 0 ? t.nobodyCalled : undefined}
          optional
        />
        <TextField
          view={view}
          name="day"
          label={t.day}
          hint={t.dayHint}
          value={typed.day}
          error={asked.isNoDay ? t.dayWrong : undefined}
          short
          optional
        />
        <Submit>{search}</Submit>
      </form>
      <p class="row">
        <a href={urls.officeLog}>{t.all}</a>
      </p>
    </details>
  )
}

/** Several people are called so: one is to be chosen. */
function Choosing({ view, asked }: Pick<Props, 'view' | 'asked'>) {
  return (
    <>
      <h2>{view.m.office.log.whoOfThem}</h2>
      <ul class="list">
        {asked.called?.map(({ name, email }) => (
          <li>
            <a class="what" href={urls.officeLog + query({ ...asked.typed, who: email })}>
              {name}
            </a>
            <span class="hint">{email}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function isFiltered({ typed }: AskedLog): boolean {
  return Object.values(typed).some((it) => it !== '')
}

/** What a later release did is not known here by a word. */
function actionInWords({ m }: View, action: string): string {
  const known = auditActions.find((it) => it === action)
  return known ? m.office.log.actions[known] : m.office.log.otherAction
}
