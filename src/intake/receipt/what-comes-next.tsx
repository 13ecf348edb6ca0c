import { limitationOfCase } from '../../cases/grievance/limitation.ts'
import type { CaseForWorker } from '../../cases/loading.ts'
import { nextDuty } from '../../cases/next-duty.ts'
import { tellsMinute } from '../../cases/without-minutes.ts'
import { retentionOf } from '../../orgs/retention-days.ts'
import type { Settings } from '../../orgs/settings.ts'
import { Limitation } from '../../ui/limitation-notice.tsx'
import { Until } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'

/** The deadlines of the case as it stands, in the order in which they come; what needs no case has none of the law. */
export function Next({ view, settings, filed }: { view: View; settings: Settings; filed: CaseForWorker }) {
  const words = view.m.intake.receipt
  const { state, process } = filed.case
  const isCase = process !== 'register'
  const contact = filed.duties.find(({ kind }) => kind === 'contact')
  const step = nextDuty(filed)
  const limitation = limitationOfCase(filed, view.zone)
  return (
    <section>
      <h2>{words.next}</h2>
      <ol class="steps">
        {contact && (
          <li>
            <b>
              {words.by[0]}
              <Until view={view} term={contact} byDay={!tellsMinute(filed.case)} />
              {words.by[1]}
            </b>
            {filed.case.anonymous || filed.isSealed ? words.contactAnonymous : words.contact}
          </li>
        )}
        {step && (state === 'triage' || !isCase) && (
          <li>
            <b>
              {words.by[0]}
              <Until view={view} term={step} byDay={!tellsMinute(filed.case)} />
              {words.by[1]}
            </b>
            {isCase ? words.triage : words.viewing}
          </li>
        )}
      </ol>
      <p>{isCase ? words.after : words.registered}</p>
      {isCase && <p>{words.law}</p>}
      {limitation && <Limitation view={view} now={filed.case.createdAt} it={limitation} />}
      <p>{view.m.common.keptFor(retentionOf(settings, filed.case.category))}</p>
      {isCase && !limitation && <p class="hint">{view.m.common.legalNote}</p>}
    </section>
  )
}
