import { appealsAtMost } from '../cases/grievance/guards.ts'
import { goesToCity } from '../cases/grievance/reviewing.ts'
import type { Living } from '../cases/living.ts'
import { windowOf } from '../cases/performing.ts'
import type { RunningDuty } from '../cases/running-duties.ts'
import { satisfiedAnswers, solvedAnswers } from '../db/vocabulary.ts'
import { CityAbove } from '../ui/city.tsx'
import { Radios } from '../ui/fields/chosen.tsx'
import { Submit } from '../ui/fields/sending.tsx'
import { Day, Moment, Prose, SummaryList, Until } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { FoldedAct, type FormProps, isOpen } from './act-form.tsx'
import { actionOf } from './acts.ts'
import type { Followed, Reply } from './followed.ts'
import { roleWord } from './history.tsx'

/** The reply on a sheet of its own, the two questions about it, and what is open to who does not accept it. */
export function Answer({ it, ...props }: FormProps & { it: Followed }) {
  const { view, open } = props
  const { reply } = it
  const words = view.m.follow.reply
  if (!reply)
    return (
      <>
        <JoinedAnswer view={view} it={it} />
        <Earlier view={view} it={it} />
      </>
    )
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">{words.title}</h2>
      <ReplySheet view={view} it={it} entry={reply} />
      {open.has('rate_unsolved') && (
        <RatingForm {...props} until={it.subject.duties.find(({ kind }) => kind === 'rating')} />
      )}
      {reply.rating && <YourRating view={view} rating={reply.rating} />}
      <Further it={it} {...props} />
      <Earlier view={view} it={it} />
    </section>
  )
}

/** Replies that a later round has overtaken. */
function Earlier({ view, it }: { view: View; it: Followed }) {
  if (it.earlier.length === 0) return null
  return (
    <details>
      <summary>{view.m.follow.reply.earlier}</summary>
      {it.earlier.map((entry) => (
        <>
          <ReplySheet view={view} it={it} entry={entry} />
          {entry.rating && <YourRating view={view} rating={entry.rating} />}
        </>
      ))}
    </details>
  )
}

export function ReplySheet({ view, it, entry }: { view: View; it: Followed; entry: Reply }) {
  const signing = it.past.find(({ action, at }) => action === 'sign' && at.getTime() === entry.at.getTime())
  return <Sheet view={view} reply={{ ...entry.reply, by: signing?.role ?? null, signedAt: entry.at }} />
}

/** The answer to the case that this one was merged into: it answers both. To rate it is for who filed that one. */
export function JoinedAnswer({ view, it }: { view: View; it: Followed }) {
  const reply = it.subject.living?.reply
  const words = view.m.follow.joined
  if (!reply) return null
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">{words.reply}</h2>
      <Sheet view={view} reply={reply} />
      <p class="hint">{words.aboutReply}</p>
    </section>
  )
}

function Sheet({ view, reply }: { view: View; reply: NonNullable<Living['reply']> }) {
  const words = view.m.follow.reply
  return (
    <article class="sheet">
      <p class="from">{words.outcome[reply.outcome]}</p>
      <Prose text={reply.body || view.m.common.removed} />
      <p class="from signature">
        {words.signed(roleWord(view, reply.by))} · <Day view={view} at={reply.signedAt} />
      </p>
    </article>
  )
}

export function YourRating({ view, rating }: { view: View; rating: NonNullable<Reply['rating']> }) {
  const words = view.m.follow.rating
  return (
    <>
      <h3>{words.yours}</h3>
      <SummaryList
        rows={[
          { label: words.yoursSolved, value: view.m.words.solved[rating.solved] },
          { label: words.yoursSatisfied, value: view.m.words.satisfied[rating.satisfied] },
        ]}
      />
      <p class="hint">
        <Moment view={view} at={rating.at} />
      </p>
    </>
  )
}

function RatingForm({ view, main, attempt, until }: FormProps & { until: RunningDuty | undefined }) {
  const words = view.m.follow.rating
  const { solved, satisfied } = view.m.words
  return (
    <div class="form">
      <h3>{words.title}</h3>
      <p>{words.about}</p>
      {until && (
        <p>
          {words.until}
          <Until view={view} term={until} />
        </p>
      )}
      <Radios
        view={view}
        name="solved"
        label={words.solved}
        value={attempt?.values.solved}
        error={attempt?.errors.solved}
        options={solvedAnswers.map((value) => ({ value, label: solved[value] }))}
      />
      <Radios
        view={view}
        name="satisfied"
        label={words.satisfied}
        value={attempt?.values.satisfied}
        error={attempt?.errors.satisfied}
        options={satisfiedAnswers.map((value) => ({ value, label: satisfied[value] }))}
      />
      <Submit quiet={main !== 'rating'} to={urls.followRating}>
        {words.button}
      </Submit>
    </div>
  )
}

/** Reopening and review by the level above, each with its last day. */
function Further({ it, ...props }: FormProps & { it: Followed }) {
  const { view, open, rules } = props
  const ways = (['reopening', 'appeal'] as const).filter((act) => isOpen(act, open))
  const words = view.m.follow.further
  const isOver = (it.subject.grievance?.appeals ?? 0) >= appealsAtMost
  if (ways.length === 0) return isOver ? <p>{words.over}</p> : null
  return (
    <>
      <h3>{it.case.closingLabel === 'solved' ? words.solved : words.title}</h3>
      {ways.map((act) => {
        const until = windowOf(actionOf(act), it.subject, rules)
        return (
          <FoldedAct
            act={act}
            {...props}
            until={
              until && (
                <>
                  {act === 'appeal' && goesToCity(it.subject) && (
                    <CityAbove view={view} city={rules.settings.city} />
                  )}
                  <p>
                    {words.until}
                    <Until view={view} term={until} />
                  </p>
                </>
              )
            }
          />
        )
      })}
      {isOver && <p>{words.over}</p>}
    </>
  )
}
