import type { Child } from 'hono/jsx'
import { goesToCity } from '../cases/grievance/reviewing.ts'
import { windowOf } from '../cases/performing.ts'
import { CityAbove } from '../ui/city.tsx'
import { Moment, Prose, Until } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { ActForm, FoldedAct, type FormProps, isOpen } from './act-form.tsx'
import { actionOf } from './acts.ts'
import type { Followed } from './followed.ts'
import { roleWord } from './history.tsx'

/** What the union asks the worker; nothing goes on before he answers, so it comes before everything else. */
export function Question({ it, ...props }: FormProps & { it: Followed }) {
  if (it.case.state !== 'needs_info') return null
  return (
    <Asked it={it} view={props.view} because="ask_info" words={props.view.m.follow.question}>
      <ActForm act="information" {...props} />
    </Asked>
  )
}

/** What he may answer to a refusal, a merger, or his own withdrawal. */
export function Objections({ it, ...props }: FormProps & { it: Followed }) {
  const words = props.view.m.follow
  switch (it.case.state) {
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
