import type { Child } from 'hono/jsx'
import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { cardNumber, TextField, telephone } from '../ui/fields/typed.tsx'
import { carriedForm, Page } from '../ui/page.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import type { Row } from './filled-in.ts'
import type { Followed } from './followed.ts'

interface Props {
  view: View
  it: Followed
  /** What names the worker, by question, as stored or as just typed. */
  rows: Row[]
  errors?: FieldErrors
  /** What opened them where they are sealed; it seals them again. */
  receipt?: string | undefined
  /** First on the page, where it could not be taken for now. */
  wait?: Child
}

/** Where a worker puts right what names him; it goes to the vault and into no text that others read. */
export function ContactPage({ view, it, rows, errors = {}, receipt, wait }: Props) {
  const words = view.m.follow.contact
  return (
    <Page view={view} worker title={words.title} carries>
      {wait}
      <ErrorSummary view={view} errors={errors} />
      <h1>{words.title}</h1>
      <p class="quiet">{view.m.follow.page.number(it.case.number)}</p>
      <p>{receipt ? words.sealed : words.about}</p>
      <form id={carriedForm} method="post" action={urls.followContact}>
        <Hidden name="case" value={it.mark} />
        {receipt && <Hidden name="receipt" value={receipt} />}
        {rows.map(({ name, label, value, question }) => (
          <TextField
            view={view}
            name={name}
            label={label}
            value={value}
            error={errors[name]}
            autocomplete="off"
            {...(question?.type === 'phone' && telephone)}
            {...(question?.type === 'resident_id' && cardNumber)}
          />
        ))}
        <Submit>{words.button}</Submit>
      </form>
      <p class="row">
        <a href={urls.follow}>{view.m.common.back}</a>
      </p>
    </Page>
  )
}
