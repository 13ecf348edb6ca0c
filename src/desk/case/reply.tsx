import { chairMustSign } from '../../cases/grievance/guards.ts'
import type { ReplyOutcome } from '../../db/vocabulary.ts'
import { Day, Prose } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import type { Answered, Opened } from './load.ts'

/** The reply or its draft, with the names of those who wrote, reviewed and signed it. */
export function Reply({ view, opened }: { view: View; opened: Opened }) {
  const { reply, rating, grievance } = opened.it
  const t = view.m.desk.case
  if (!reply) return <Earlier view={view} answers={opened.earlier} />
  const nameOf = namesIn(opened)
  return (
    <section id="reply">
      <Earlier view={view} answers={opened.earlier} />
      <h2>{reply.signedAt ? t.reply : t.draft}</h2>
      <div class="sheet">
        <Words view={view} reply={reply} />
        <ul class="hands">
          <Hand view={view} word={t.drafter} name={nameOf(reply.drafterId)} at={reply.draftedAt} />
          <Hand view={view} word={t.reviewer} name={nameOf(reply.reviewerId)} at={reply.reviewedAt} />
          <Hand view={view} word={t.signer} name={nameOf(reply.signerId)} at={reply.signedAt} />
        </ul>
      </div>
      {!reply.signedAt && grievance && chairMustSign({ grievance, reply }) && (
        <p class="notice">{t.chairSigns}</p>
      )}
      <Rated view={view} rating={rating} />
    </section>
  )
}

/** What was answered in the rounds before this one. */
function Earlier({ view, answers }: { view: View; answers: Answered[] }) {
  if (answers.length === 0) return null
  return (
    <details>
      <summary>{view.m.desk.case.earlier}</summary>
      {answers.map(({ reply, rating }) => (
        <div class="sheet">
          <p class="from">{reply.signedAt && <Day view={view} at={reply.signedAt} />}</p>
          <Words view={view} reply={reply} />
          <Rated view={view} rating={rating} />
        </div>
      ))}
    </details>
  )
}

function Words({ view, reply }: { view: View; reply: { outcome: ReplyOutcome; body: string } }) {
  return (
    <>
      <p class="from">
        {view.m.desk.case.outcome} · <strong>{view.m.words.outcomes[reply.outcome]}</strong>
      </p>
      <Prose text={reply.body || view.m.common.removed} />
    </>
  )
}

function Rated({ view, rating }: { view: View; rating: Answered['rating'] }) {
  if (!rating) return null
  const { solved, satisfied } = view.m.words
  return (
    <p>
      {view.m.desk.case.rating} · <strong>{solved[rating.solved]}</strong> ·{' '}
      <strong>{satisfied[rating.satisfied]}</strong>
    </p>
  )
}

function Hand(props: { view: View; word: string; name: string; at: Date | null }) {
  const { view, word, name, at } = props
  if (!at) return null
  return (
    <li>
      {word} {name} · <Day view={view} at={at} />
    </li>
  )
}

/** The names behind ids: whoever had a hand in a reply left an event. */
function namesIn({ events }: Opened): (id: string | null) => string {
  const names = new Map(events.map((event) => [event.staffId, event.name ?? '']))
  return (id) => names.get(id) ?? ''
}
