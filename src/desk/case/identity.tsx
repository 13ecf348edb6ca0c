import type { Shown } from '../../forms/show-answers.ts'
import { readsCases } from '../../orgs/roles.ts'
import type { Staff } from '../../orgs/staff.ts'
import { isFederation } from '../../orgs/tree.ts'
import { AnswerList } from '../../ui/questions/answer-list.tsx'
import { urls } from '../../urls.ts'
import type { Asking } from './act-fields.tsx'
import { ActForm, isTyped } from './act-forms.tsx'

interface Props {
  asking: Asking
  staff: Staff
  /** Whether its worker sealed it. */
  isSealed: boolean
  /** Whether this person may look. */
  mayLook: boolean
  /** What was found, on the one page that answers a look. */
  shown: Shown[] | null
}

/** Who the worker is: behind a reason, which is kept before anything is shown. */
export function Identity({ asking, staff, isSealed, mayLook, shown }: Props) {
  const { view, case: it, typed } = asking
  const t = view.m.desk.case
  return (
    <section id="identity">
      <h2>{t.identity}</h2>
      {it.anonymous && <p>{t.identityAnonymous}</p>}
      {shown && shown.length === 0 && <p>{t.identityNone}</p>}
      {shown && shown.length > 0 && (
        <div class="sheet">
          <AnswerList view={view} rows={shown} fileAt={(file) => urls.deskFile(it.id, file)} rings />
          <p class="hint">{t.identityShown}</p>
        </div>
      )}
      {!it.anonymous && isSealed && <p class="quiet">{t.identitySealed}</p>}
      {!it.anonymous && !isSealed && !shown && (
        <p class="quiet">
          {it.mode === 'report' && !isOfFederation(staff)
            ? t.identityOfReport(view.federation[view.locale])
            : t.identityHidden}
        </p>
      )}
      {mayLook && !shown && (
        <details
          class="act no-print"
          open={typed?.action === 'look_at_identity' || isTyped(view, 'look_at_identity')}
        >
          <summary>{view.m.desk.acts.look_at_identity.title}</summary>
          <ActForm {...asking} action="look_at_identity" />
        </details>
      )}
    </section>
  )
}

/** The identity of a report never leaves the federation, so whoever is below it has no way to look. */
function isOfFederation({ grants }: Staff): boolean {
  return grants.some(({ role, orgPath }) => readsCases(role) && isFederation(orgPath))
}
