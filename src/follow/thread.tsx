import { Submit } from '../ui/fields/sending.tsx'
import { TextArea } from '../ui/fields/typed.tsx'
import { OtherParts } from '../ui/other-parts.tsx'
import { Empty, Moment, Prose } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import type { FormProps } from './act-form.tsx'
import type { Followed, Message } from './followed.ts'
import { roleWord } from './history.tsx'
import { longestText } from './longest-text.ts'

/** Messages both ways, and the form to write; an anonymous worker writes as safely as he filed. */
export function Thread({ it, ...props }: FormProps & { it: Followed }) {
  const words = props.view.m.follow.thread
  const none = it.case.state === 'archived' ? props.view.m.common.removed : words.none
  return (
    <section aria-labelledby="thread">
      <h2 id="thread">{words.title}</h2>
      <OtherParts view={props.view} address={urls.follow} of="messages" part={it.part} older={it.older} />
      {it.messages.length === 0 && <Empty title={none} />}
      {it.messages.map((message) => (
        <MessageSheet view={props.view} message={message} />
      ))}
      {props.open.has('write_to_union') && <WriteForm {...props} anonymous={it.case.anonymous} />}
    </section>
  )
}

export function MessageSheet({ view, message }: { view: View; message: Message }) {
  const words = view.m.follow.thread
  const fresh = !message.fromWorker && !message.readAt
  return (
    <article class={message.fromWorker ? 'sheet mine' : 'sheet'}>
      <p class="from">
        {fresh && <strong>{words.fresh} · </strong>}
        {message.fromWorker ? words.you : roleWord(view, message.role)} ·{' '}
        <Moment view={view} at={message.at} />
      </p>
      <Prose text={message.body} />
    </article>
  )
}

function WriteForm({ view, attempt, anonymous }: FormProps & { anonymous: boolean }) {
  const words = view.m.follow.thread
  return (
    <div class="form">
      {anonymous && <p class="hint">{words.anonymous}</p>}
      <TextArea
        view={view}
        name="message"
        label={words.label}
        hint={words.hint}
        limit={longestText}
        rows={4}
        value={attempt?.values.message}
        error={attempt?.errors.message}
      />
      <Submit to={urls.followMessages}>{words.button}</Submit>
    </div>
  )
}
