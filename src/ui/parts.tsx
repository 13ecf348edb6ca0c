import type { Child } from 'hono/jsx'
import type { Lamp as LampColour } from '../db/vocabulary.ts'
import { formatDay, formatDeadline, formatMoment, writtenDay } from '../i18n/dates.ts'
import type { View } from './view.ts'

/** A lamp says its word, or one that tells more, and has a shape of its own; colour only repeats it. */
export function Lamp({ view, lamp, word }: { view: View; lamp: LampColour; word?: string | undefined }) {
  return <span class={`lamp ${lamp}`}>{word ?? view.m.common.lamps[lamp]}</span>
}

export function Day({ view, at }: { view: View; at: Date }) {
  return <time datetime={writtenDay(view.zone, at)}>{formatDay(view.locale, view.zone, at)}</time>
}

export function Moment({ view, at }: { view: View; at: Date }) {
  return <time datetime={at.toISOString()}>{formatMoment(view.locale, view.zone, at)}</time>
}

interface UntilProps {
  view: View
  term: { dueAt: Date; provisional: boolean }
  /** Its hour is nobody's business. */
  byDay?: boolean
}

/** The end of a time, with the hour where it does not end with the day; marked when it may still move (暂定). */
export function Until({ view, term, byDay = false }: UntilProps) {
  const { dueAt, provisional } = term
  return (
    <>
      {byDay ? (
        <Day view={view} at={dueAt} />
      ) : (
        <time datetime={dueAt.toISOString()}>{formatDeadline(view.locale, view.zone, dueAt)}</time>
      )}
      {provisional && view.m.common.provisional}
    </>
  )
}

/** Something the reader should notice before he goes on; `good` after a success. */
export function Notice({
  kind = 'plain',
  title,
  children,
}: {
  kind?: 'plain' | 'good' | 'warning'
  title?: Child
  children?: Child
}) {
  return (
    <div class={`notice ${kind}`} role={kind === 'good' ? 'status' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}

/** Question and answer pairs, as on a check-your-answers page. */
export function SummaryList({ rows }: { rows: { label: Child; value: Child; action?: Child }[] }) {
  return (
    <dl class="answers">
      {rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.action && <dd>{row.action}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** The designed state of a list with nothing in it. */
export function Empty({ title, children }: { title: Child; children?: Child }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}

/** Text a person wrote, with his line breaks. */
export function Prose({ text }: { text: string }) {
  return <div class="prose">{text}</div>
}

export function Helplines({
  view,
  lines,
}: {
  view: View
  lines: { number: string; name: Record<'zh' | 'en', string> }[]
}) {
  return (
    <section class="helplines" aria-labelledby="helplines">
      <h2 id="helplines">{view.m.common.helplines}</h2>
      <ul>
        {lines.map((line) => (
          <li>
            <a href={`tel:${line.number}`}>{line.number}</a> <span>{line.name[view.locale]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The way on in a list that is shown page by page. */
export function NextPage({ view, href }: { view: View; href: string }) {
  return (
    <p class="row">
      <a href={href}>{view.m.common.next}</a>
    </p>
  )
}
