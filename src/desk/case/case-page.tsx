import { standingOf } from '../../cases/consents.ts'
import type { Shown } from '../../forms/show-answers.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { ByEnter, Hidden } from '../../ui/fields/sending.tsx'
import { shownIn } from '../../ui/kept-words.ts'
import { OtherParts } from '../../ui/other-parts.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Day, Notice } from '../../ui/parts.tsx'
import { AnswerList } from '../../ui/questions/answer-list.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { Acts } from './act-forms.tsx'
import { CaseHead, Facts } from './case-head.tsx'
import { Consents } from './consents.tsx'
import { History } from './history.tsx'
import { Identity } from './identity.tsx'
import type { Opened } from './load.ts'
import { OutcomeNotice, type StepOutcome } from './outcome-notice.tsx'
import type { Typed } from './read-act.ts'
import { Reply } from './reply.tsx'
import { takenBy } from './saved-drafts.ts'
import { JoinedThreads, Thread } from './thread.tsx'
import { untoldOf } from './untold.ts'
import { WhatIsNew } from './what-is-new.tsx'

interface Props {
  view: View
  staff: Staff
  now: Date
  opened: Opened
  /** What became of the step that this person has just taken. */
  outcome?: StepOutcome | null
  typed?: Typed | null
  /** That he has just put aside what he is writing. */
  draftKept?: boolean
  /** Who the worker is, on the one page that answers a look. */
  identity?: Shown[] | null
}

/**
 * A case reads top to bottom like a page of paper; what may be done with it comes last. All of it is one form whose
 * buttons lead apart, so that whatever somebody presses finds all that he typed.
 */
export function CasePage(props: Props) {
  const { view, staff, now, opened, outcome = null, typed = null, identity = null, draftKept } = props
  const { case: it, reply } = opened.it
  const t = view.m.desk.case
  const { candidates, allowed, part, older } = opened
  const parts = { view, address: urls.deskCase(it.id), part, older }
  const removed = it.state === 'archived' && <p class="quiet">{view.m.common.removed}</p>
  const asking = {
    view,
    case: it,
    grievance: opened.it.grievance,
    workers: opened.workers,
    staffId: staff.id,
    typed,
    candidates,
    dispatchesNext: opened.dispatchesNext,
    sentBack: opened.sentBack,
    joins: opened.it.relatives.some(({ kin }) => kin === 'merged'),
    agreed: opened.it.isSealed ? [] : opened.consents.filter((consent) => standingOf(consent) === 'given'),
    untold: untoldOf(opened.it),
    draft: reply,
  }
  return (
    <DeskPage view={view} staff={staff} title={t.number(it.number)} carries>
      <article data-case={`${staff.id}/${it.id}`} data-taken={takenBy(staff.id, opened.events, outcome)}>
        <OutcomeNotice view={view} outcome={outcome} />
        {draftKept && <Notice kind="good" title={t.draftKept} />}
        {typed && <ErrorSummary view={view} errors={typed.errors} />}
        <form
          id={carriedForm}
          method="post"
          action={urls.words + query({ at: urls.deskCase(it.id) })}
          data-drafts={urls.deskDraft(it.id)}
          class="case"
        >
          <ByEnter />
          {/* Of the case that the person has before his eyes. */}
          <Hidden name="turn" value={shownIn(view, 'turn', undefined) ?? it.turn} />
          <Hidden name="key" value={shownIn(view, 'key', undefined) ?? crypto.randomUUID()} />
          <div>
            <CaseHead view={view} now={now} opened={opened} />
            <WhatIsNew view={view} staff={staff} opened={opened} />
            <Facts view={view} opened={opened} />
            <h2>{t.answers}</h2>
            {removed || <Erased view={view} at={opened.it.submission.erasedAt} />}
            <Answers view={view} opened={opened} />
            {!removed && (
              <Identity
                asking={asking}
                staff={staff}
                isSealed={opened.it.isSealed}
                mayLook={allowed.includes('look_at_identity')}
                shown={identity}
              />
            )}
            <Consents view={view} opened={opened} />
            <h2 id="thread">{t.thread}</h2>
            <OtherParts {...parts} of="messages" />
            {removed || <Thread view={view} caseId={it.id} messages={opened.messages} />}
            <JoinedThreads view={view} threads={opened.joined} />
            <h2 id="history">{t.history}</h2>
            <OtherParts {...parts} of="events" />
            <History view={view} events={opened.events} />
            <Reply view={view} opened={opened} />
          </div>
          <Acts {...opened} {...asking} />
        </form>
      </article>
    </DeskPage>
  )
}

/** That there is nothing to read any more, where its worker wanted that. */
function Erased({ view, at }: { view: View; at: Date | null }) {
  const [before, after] = view.m.desk.case.erased
  if (!at) return null
  return (
    <p class="notice">
      {before}
      <Day view={view} at={at} />
      {after}
    </p>
  )
}

function Answers({ view, opened }: { view: View; opened: Opened }) {
  const fileAt = (file: string) => urls.deskFile(opened.it.case.id, file)
  const originalAt = opened.showsOriginals ? (file: string) => `${fileAt(file)}?original=1` : undefined
  return (
    <>
      {opened.answers.map((section) => (
        <>
          <h3>{section.title}</h3>
          <AnswerList view={view} rows={section.rows} {...{ fileAt, originalAt }} rings />
        </>
      ))}
    </>
  )
}
