import { limitationOfCase } from '../cases/grievance/limitation.ts'
import { allowedToWorker } from '../cases/performing.ts'
import type { Rules } from '../orgs/rules.ts'
import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import { ByEnter, Hidden } from '../ui/fields/sending.tsx'
import { Care, careFor } from '../ui/helpline-card.tsx'
import { shownIn } from '../ui/kept-words.ts'
import { Limitation } from '../ui/limitation-notice.tsx'
import { carriedForm, Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import type { Attempt } from './act-form.tsx'
import { Answer } from './answer.tsx'
import { ConsentAsked, Consents } from './consents.tsx'
import { type Followed, isUnreadReply } from './followed.ts'
import { History } from './history.tsx'
import { mainButtonOf } from './main-button.ts'
import { MediationEnds } from './mediation-notice.tsx'
import { NewMessages } from './new-messages.tsx'
import { News } from './news-section.tsx'
import { Objections, Question } from './questions-to-worker.tsx'
import { Refused } from './refused.tsx'
import { Leave, Rights } from './rights.tsx'
import { SafetyStrip } from './safety-strip.tsx'
import { Status } from './status.tsx'
import { Thread } from './thread.tsx'
import { YourAnswers } from './your-answers.tsx'

interface Props {
  view: View
  it: Followed
  now: Date
  rules: Rules
  /** What was just done, said once. */
  done?: string | undefined
  attempt?: Attempt | undefined
}

/**
 * A worker's case: whom to call where it calls for that, then what is new since he was here, then where it stands.
 * All that he may do is one form whose buttons lead apart, so that whatever he presses finds all that he typed.
 */
export function CasePage({ view, it, now, rules, done, attempt }: Props) {
  const words = view.m.follow.page
  const open = new Set(allowedToWorker(it.subject, { rules, now }))
  const form = { view, rules, mark: it.mark, open, main: mainButtonOf(it, open), attempt }
  const limitation = limitationOfCase(it.subject, view.zone)
  const title = words.title(view.m.words.modes[it.case.mode])
  const care = it.case.closedAt ? null : careFor(it.case.category, it.case.danger)
  const isAnswered = isUnreadReply(it)
  return (
    <Page view={view} worker title={title} nav={<Ways view={view} />} carries counts>
      {done && <Notice kind="good">{done}</Notice>}
      {attempt?.why && <Refused view={view} rules={rules} attempt={attempt} open={open} />}
      <ErrorSummary view={view} errors={attempt?.errors ?? {}} />
      <h1>{title}</h1>
      <p class="quiet">
        {words.number(it.case.number)} · {view.m.words.categories[it.case.category]}
      </p>
      {care && <Care view={view} why={care} small />}
      <form id={carriedForm} method="post" action={urls.words + query({ at: urls.follow })}>
        <ByEnter />
        <Hidden name="case" value={it.mark} />
        <Hidden name="turn" value={shownIn(view, 'turn', undefined) ?? it.case.turn} />
        {/* Makes a second tap of the same page one message. */}
        <Hidden name="token" value={shownIn(view, 'token', undefined) ?? crypto.randomUUID()} />
        {isAnswered && <Answer it={it} {...form} />}
        <Question it={it} {...form} />
        <ConsentAsked it={it} {...form} />
        <NewMessages view={view} it={it} open={open} />
        <Status view={view} it={it} now={now} rules={rules} isNoted={limitation !== null} />
        <MediationEnds view={view} it={it} />
        {limitation && <Limitation view={view} now={now} it={limitation} />}
        <Objections it={it} {...form} />
        {!isAnswered && <Answer it={it} {...form} />}
        <Consents it={it} {...form} />
        <SafetyStrip {...form} />
        <Thread it={it} {...form} />
        <News it={it} now={now} {...form} />
        <YourAnswers view={view} it={it} />
        <History view={view} it={it} />
        <Rights it={it} {...form} />
      </form>
      <Leave view={view} />
    </Page>
  )
}

function Ways({ view }: { view: View }) {
  const words = view.m.follow.page
  return (
    <>
      <a href="#thread">{words.goThread}</a>
      <a href="#history">{words.goHistory}</a>
      <a href="#rights">{words.goRights}</a>
      <a href="#leave">{words.goLeave}</a>
    </>
  )
}
