import { seenAs, type Waiting } from '../../orgs/approving.ts'
import type { Staff } from '../../orgs/staff.ts'
import { lengthOf } from '../../typed/graphemes.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { ByEnter } from '../../ui/fields/sending.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Empty, NextPage, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { ApproveForm, longestReason, RefuseForm, seenField } from './deciding.tsx'
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
  const wrong = undecided && reasonError(view, undecided)
  const notThere = undecided && !waiting.some((it) => it.id === undecided.id)
  return (
    <OfficePage view={view} staff={staff} title={t.title} done={done ? t.done : undefined} carries>
      <ErrorSummary view={view} errors={undecided && wrong ? { [`${undecided.id}-reason`]: wrong } : {}} />
      <p>{t.lead}</p>
      {undecided && !wrong && (
        <Notice kind="warning" title={undecided.why === 'code_taken' ? t.codeTaken : t.gone} />
      )}
      <form
        id={carriedForm}
        method="post"
        action={urls.words + query({ at: urls.officeEmployers })}
        novalidate
      >
        <ByEnter />
        {notThere && wrong && <Again {...props} undecided={undecided} />}
        {waiting.length === 0 && <Empty title={t.none} />}
        {waiting.map((it) => (
          <One {...props} it={it} />
        ))}
      </form>
      {more && <NextPage view={view} href={more} />}
    </OfficePage>
  )
}

/** What is wrong with the reason, where that is why nothing was decided. */
function reasonError({ m }: View, { why, id, body }: Undecided): string | undefined {
  const t = m.office.employers
  if (why === 'reason_missing') return t.reasonMissing
  if (why !== 'reason_too_long') return undefined
  return m.common.tooLong(t.reason, longestReason, lengthOf(body.line(`${id}-reason`)))
}

/** The form that came in wrong, of an employer that is not on this list. */
function Again({ view, undecided }: Props & { undecided: Undecided }) {
  const { id, body } = undecided
  const t = view.m.office.employers
  const seen = body.get(seenField(id))
  return (
    <>
      <h2>{seen}</h2>
      <RefuseForm
        view={view}
        id={id}
        seen={seen}
        button={t.withdraw}
        value={undecided.body.get(`${id}-reason`)}
        error={reasonError(view, undecided)}
      />
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
      <p class="row">
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
        error={mine && reasonError(view, mine)}
      />
    </>
  )
}
