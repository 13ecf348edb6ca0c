import { seenAs, type Waiting } from '../../orgs/approving.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Empty, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { ApproveForm, RefuseForm } from './deciding.tsx'
import type { Undecided } from './employer-routes.tsx'

interface Props {
  view: View
  staff: Staff
  waiting: Waiting[]
  more: string | undefined
  done: boolean
  undecided: Undecided | undefined
}

/** The employers that workers cannot choose before the county has looked at them. */
export function EmployersPage(props: Props) {
  const { view, staff, waiting, more, done, undecided } = props
  const t = view.m.office.employers
  const notThere = undecided && !waiting.some((it) => it.id === undecided.id)
  return (
    <OfficePage view={view} staff={staff} title={t.title} done={done ? t.done : undefined}>
      <ErrorSummary
        view={view}
        errors={undecided?.why === 'reason_missing' ? { [`${undecided.id}-reason`]: t.reasonMissing } : {}}
      />
      <p>{t.lead}</p>
      {undecided && undecided.why !== 'reason_missing' && (
        <Notice kind="warning" title={undecided.why === 'code_taken' ? t.codeTaken : t.gone} />
      )}
      {notThere && undecided.why === 'reason_missing' && <Again {...props} undecided={undecided} />}
      {waiting.length === 0 && <Empty title={t.none} />}
      {waiting.map((it) => (
        <One {...props} it={it} />
      ))}
      {more && (
        <p>
          <a href={more}>{view.m.common.next}</a>
        </p>
      )}
    </OfficePage>
  )
}

/** The form that came in wrong, of an employer that is not on this list. */
function Again({ view, undecided: { id, body } }: Props & { undecided: Undecided }) {
  const t = view.m.office.employers
  const seen = body.get('seen')
  return (
    <>
      <h2>{seen}</h2>
      <RefuseForm view={view} id={id} seen={seen} button={t.withdraw} error={t.reasonMissing} />
    </>
  )
}

function One({ view, it, undecided }: Props & { it: Waiting }) {
  const t = view.m.office.employers
  const mine = undecided?.id === it.id ? undecided : undefined
  return (
    <>
      <h2>{it.name[view.locale]}</h2>
      <p>
        {it.name[view.locale === 'zh' ? 'en' : 'zh']} · {it.creditCode ?? t.noCode}
      </p>
      <p>
        <a href={urls.officeOrg(it.org.id)}>{t.union(it.org.name[view.locale])}</a>
      </p>
      {it.alike.length > 0 && (
        <Notice kind="warning" title={t.alike}>
          <ul>
            {it.alike.map((other) => (
              <li>
                {other.name[view.locale]} · {other.creditCode ?? t.noCode} ·{' '}
                {t.union(other.union[view.locale])} · {t.statuses[other.status]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ApproveForm view={view} id={it.id} seen={seenAs(it)} />
      <RefuseForm
        view={view}
        id={it.id}
        seen={seenAs(it)}
        button={t.refuse}
        value={mine?.body.get(`${it.id}-reason`)}
        error={mine?.why === 'reason_missing' ? t.reasonMissing : undefined}
      />
    </>
  )
}
