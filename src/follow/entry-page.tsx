import type { CodeFault } from '../typed/code.ts'
import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import { Typed } from '../ui/fields/unsaved.tsx'
import { carriedForm, Page } from '../ui/page.tsx'
import { Helplines, Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { WaitNotice } from '../ui/wait-notice.tsx'
import { urls } from '../urls.ts'

interface Props {
  view: View
  /** Why the page is shown again: nothing was typed, nothing was found, or it cannot be a receipt. */
  wrong?: 'empty' | 'nothing' | CodeFault
  left?: boolean
  /** Asks him to wait, with the receipt he typed. */
  wait?: string
  typed?: string | undefined
}

/** Where a worker enters his receipt. */
export function EntryPage({ view, wrong, left, wait, typed }: Props) {
  const words = view.m.follow.entry
  const error = wrong && textOf(view, wrong)
  const errors: FieldErrors = error ? { receipt: error } : {}
  return (
    <Page view={view} worker title={words.title} carries>
      {left && (
        <Notice kind="good">
          <p data-forgets>{view.m.follow.leave.done}</p>
        </Notice>
      )}
      <WaitNotice view={view} text={wait} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.title}</h1>
      {wrong === 'nothing' ? <p>{words.nothingHelp}</p> : <p class="lead">{words.lead}</p>}
      <ReceiptForm view={view} error={error} value={typed} />
      <details>
        <summary>{words.lost}</summary>
        <p>{words.lostHelp}</p>
      </details>
    </Page>
  )
}

function textOf(view: View, wrong: 'empty' | 'nothing' | CodeFault): string {
  const words = view.m.follow.entry
  if (typeof wrong === 'string') return words[wrong]
  switch (wrong.why) {
    case 'none':
      return words.none
    case 'foreign':
      return words.foreign(wrong.letters)
    case 'short':
    case 'long':
      return words[wrong.why](wrong.by)
  }
}

/** What a worker gets whose visit ended while he wrote: nothing was saved, and his text to copy. */
export function ExpiredPage({ view, typed }: { view: View; typed: string[] }) {
  const words = view.m.follow.expired
  return (
    <Page view={view} worker title={words.title} carries refuses>
      <h1>{words.title}</h1>
      <p class="lead">{typed.length > 0 ? words.about : words.nothingTyped}</p>
      <Typed view={view} label={words.typed} texts={typed} />
      <ReceiptForm view={view} />
    </Page>
  )
}

/** What a worker gets where something of ours broke: his text to copy, the way back, and whom to call. */
export function FailedPage({ view, typed }: { view: View; typed: string[] }) {
  const words = view.m.follow.failed
  return (
    <Page view={view} worker title={words.title} refuses>
      <h1>{words.title}</h1>
      <p class="lead">{words.about}</p>
      {typed.length > 0 && <p>{words.copy}</p>}
      <Typed view={view} label={view.m.follow.expired.typed} texts={typed} />
      <p>
        <a class="button" href={urls.follow}>
          {words.back}
        </a>
      </p>
      <Helplines view={view} lines={view.helplines} />
    </Page>
  )
}

export function ReceiptForm({
  view,
  error,
  value,
}: {
  view: View
  error?: string | undefined
  value?: string | undefined
}) {
  const words = view.m.follow.entry
  return (
    <form id={carriedForm} method="post" action={urls.follow}>
      <TextField
        view={view}
        name="receipt"
        label={words.label}
        hint={words.hint}
        value={value}
        error={error}
        autocomplete="off"
      />
      <Submit>{words.button}</Submit>
      <p class="hint">{words.shared}</p>
    </form>
  )
}
