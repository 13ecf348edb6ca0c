import type { Child } from 'hono/jsx'
import type { Action } from '../cases/processes.ts'
import type { Refusal } from '../engine/process.ts'
import type { Rules } from '../orgs/rules.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { TextArea } from '../ui/fields/typed.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { type ActName, actionOf } from './acts.ts'

/** A form that could not be carried out: what was typed stays in it. */
export interface Attempt {
  /** Whose form it was: an act, the message or the rating. */
  of: string
  values: Record<string, string>
  errors: FieldErrors
  /** Somebody else was faster, or the step is no longer open. */
  why?: Refusal
}

/** What every form of the page needs. */
export interface FormProps {
  view: View
  rules: Rules
  turn: number
  /** Of which case the form is. */
  mark: string
  /** Makes a second tap of the same page one message. */
  token: string
  /** What the worker may do now. */
  open: ReadonlySet<Action>
  attempt?: Attempt | undefined
}

export const isOpen = (act: ActName, open: ReadonlySet<Action>) => open.has(actionOf(act))

/** The form of one act. Its field carries the act's name, so that an error can link to it. */
export function ActForm({ act, until, ...props }: FormProps & { act: ActName; until?: Child }) {
  const { view, turn, mark, attempt } = props
  const words = view.m.follow.acts[act]
  return (
    <form method="post" action={urls.followAct(act)}>
      <p>{words.about}</p>
      {until}
      <Hidden name="case" value={mark} />
      <Hidden name="turn" value={turn} />
      {words.label && (
        <TextArea
          view={view}
          name={act}
          label={words.label}
          value={attempt?.values[act]}
          error={attempt?.errors[act]}
        />
      )}
      <Submit quiet={act === 'withdrawal'}>{words.button}</Submit>
    </form>
  )
}

/** An act that is folded away until it is wanted, or until it needs another look. */
export function FoldedAct(props: FormProps & { act: ActName; until?: Child }) {
  const { view, act, attempt } = props
  return (
    <details open={attempt?.of === act}>
      <summary>{view.m.follow.acts[act].title}</summary>
      <ActForm {...props} />
    </details>
  )
}
