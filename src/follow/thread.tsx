import { FileField } from '../ui/fields/file.tsx'
import { Submit } from '../ui/fields/sending.tsx'
import { TextArea } from '../ui/fields/typed.tsx'
import { OtherParts } from '../ui/other-parts.tsx'
import { Empty } from '../ui/parts.tsx'
import { urls } from '../urls.ts'
import type { FormProps } from './act-form.tsx'
import { type Followed, freshIn } from './followed.ts'
import { longestText } from './longest-text.ts'
import { MessageSheet } from './message-sheet.tsx'

/** Messages both ways, and the form to write; an anonymous worker writes as safely as he filed. */
export function Thread({ it, ...props }: FormProps & { it: Followed }) {
  const words = props.view.m.follow.thread
  const fresh = freshIn(it)
  const before = it.messages.filter((message) => !fresh.includes(message))
  const none = it.case.state === 'archived' ? props.view.m.common.removed : words.none
  return (
    <section aria-labelledby="thread">
      <h2 id="thread">{words.title}</h2>
      <OtherParts view={props.view} address={urls.follow} of="messages" part={it.part} older={it.older} />
      {it.messages.length === 0 && <Empty title={none} />}
      {before.map((message) => (
        <MessageSheet view={props.view} mark={props.mark} message={message} />
      ))}
      {before.length < it.messages.length && (
        <p class="row">
          <a href="#new">{words.newAbove}</a>
        </p>
      )}
      {props.open.has('write_to_union') && <WriteForm {...props} anonymous={it.case.anonymous} />}
    </section>
  )
}

function WriteForm({ view, main, attempt, anonymous }: FormProps & { anonymous: boolean }) {
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
      <FileField view={view} name="file" label={view.m.common.files.label} error={attempt?.errors.file} />
      <Submit quiet={main !== 'message'} to={urls.followMessages} withFile keeps={words.label}>
        {words.button}
      </Submit>
    </div>
  )
}
