import type { Child } from 'hono/jsx'
import { limitationOfCase } from '../cases/grievance/limitation.ts'
import { goesToCity } from '../cases/grievance/reviewing.ts'
import { allowedToWorker, windowOf } from '../cases/performing.ts'
import type { Action } from '../cases/processes.ts'
import type { Rules } from '../orgs/rules.ts'
import { CityAbove } from '../ui/city.tsx'
import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import { Hidden } from '../ui/fields/sending.tsx'
import { Typed } from '../ui/fields/unsaved.tsx'
import { shownIn } from '../ui/kept-words.ts'
import { Limitation } from '../ui/limitation-notice.tsx'
import { carriedForm, Page } from '../ui/page.tsx'
import { Moment, Notice, Prose, Until } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { ActForm, type Attempt, FoldedAct, type FormProps, isOpen } from './act-form.tsx'
import { actionOf, isActName } from './acts.ts'
import { Answer } from './answer.tsx'
import type { Followed } from './followed.ts'
import { History, roleWord } from './history.tsx'
import { Leave, Rights } from './rights.tsx'
import { Status } from './status.tsx'
import { Thread } from './thread.tsx'
import { TooOften } from './too-often.tsx'

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
 * A worker's case, the most important first; what waits for him comes before everything else. All that he may do is
 * one form whose buttons lead apart, so that whatever he presses finds all that he typed.
 */
export function CasePage({ view, it, now, rules, done, attempt }: Props) {
  const words = view.m.follow.page
  const open = new Set(allowedToWorker(it.subject, { rules, now }))
  const form = { view, rules, mark: it.mark, open, attempt }
  const limitation = limitationOfCase(it.subject, view.zone)
  const title = words.title(view.m.words.modes[it.case.mode])
  return (
    <Page view={view} title={title} nav={<Ways view={view} />} carries counts>
      {done && <Notice kind="good">{done}</Notice>}
      {attempt?.why && <Refused view={view} rules={rules} attempt={attempt} open={open} />}
      <ErrorSummary view={view} errors={attempt?.errors ?? {}} />
      <h1>{title}</h1>
      <p class="quiet">
        {words.number(it.case.number)} · {view.m.words.categories[it.case.category]}
      </p>
      <Status view={view} it={it} now={now} rules={rules} />
      {limitation && <Limitation view={view} now={now} it={limitation} />}
      <form id={carriedForm} method="post" action={urls.words + query({ at: urls.follow })}>
        <Hidden name="case" value={it.mark} />
        <Hidden name="turn" value={shownIn(view, 'turn', undefined) ?? it.case.turn} />
        {/* Makes a second tap of the same page one message. */}
        <Hidden name="token" value={shownIn(view, 'token', undefined) ?? crypto.randomUUID()} />
        <Waiting it={it} {...form} />
        <Answer it={it} {...form} />
        <Thread it={it} {...form} />
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

/** What waits for the worker himself: a question of the union, a refusal, a merger, or his own withdrawal. */
function Waiting({ it, ...props }: FormProps & { it: Followed }) {
  const words = props.view.m.follow
  switch (it.case.state) {
    case 'needs_info':
      return (
        <Asked it={it} view={props.view} because="ask_info" words={words.question}>
          <ActForm act="information" {...props} />
        </Asked>
      )
    case 'declined':
      return (
        <Asked it={it} view={props.view} because="agree_decline" words={words.declined}>
          <Objection it={it} act="objection" {...props} />
        </Asked>
      )
    case 'closed':
      return it.case.closingLabel === 'merged' ? (
        <Asked it={it} view={props.view} because="agree_merge" words={words.merged}>
          <Objection it={it} act="parting" {...props} />
        </Asked>
      ) : null
    case 'withdrawn':
      return <ActForm act="resumption" {...props} />
    default:
      return null
  }
}

/** The way up, as long as it is open. */
function Objection({ it, act, ...props }: FormProps & { it: Followed; act: 'objection' | 'parting' }) {
  const { view, open, rules } = props
  if (!isOpen(act, open)) return null
  const until = windowOf(actionOf(act), it.subject, rules)
  const lastDay = until && (
    <>
      {goesToCity(it.subject) && <CityAbove view={view} city={rules.settings.city} />}
      <p>
        {view.m.follow.further.until}
        <Until view={view} term={until} />
      </p>
    </>
  )
  return <FoldedAct act={act} {...props} until={lastDay} />
}

/** The last thing the union said for a reason, on a sheet, with the worker's answer below. */
function Asked(props: {
  it: Followed
  view: View
  because: 'ask_info' | 'agree_decline' | 'agree_merge'
  words: { title: string }
  children: Child
}) {
  const { it, view, because, words, children } = props
  const event = it.steps.find((one) => one.action === because)
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{words.title}</h2>
      {event && (
        <article class="sheet">
          <p class="from">
            {roleWord(view, event.role)} · <Moment view={view} at={event.at} />
          </p>
          {event.reason && <Prose text={event.reason} />}
        </article>
      )}
      {children}
    </section>
  )
}

type RefusedProps = { view: View; rules: Rules; attempt: Attempt; open: ReadonlySet<Action> }

/** Somebody else was faster: what that means, and the text where no form is left to keep it. */
function Refused({ view, rules, attempt, open }: RefusedProps) {
  const words = view.m.follow.errors
  if (attempt.why === 'too_often') return <TooOften view={view} settings={rules.settings} />
  const stillOpen = isStillOpen(attempt.of, open)
  const texts = stillOpen ? [] : Object.values(attempt.values).filter(Boolean)
  // They stand here, and not once more at the end of the page.
  for (const name of stillOpen ? [] : Object.keys(attempt.values)) view.words?.take(name)
  return (
    <>
      <Notice kind="warning">{stillOpen ? words.conflict : words.notAllowed}</Notice>
      {attempt.of !== 'rating' && <Typed label={words.keep} texts={texts} />}
    </>
  )
}

function isStillOpen(form: string, open: ReadonlySet<Action>): boolean {
  if (form === 'rating') return open.has('rate_unsolved')
  if (form === 'message') return open.has('write_to_union')
  return isActName(form) && isOpen(form, open)
}
