import type { Child } from 'hono/jsx'
import type { Action } from '../cases/processes.ts'
import type { Refusal } from '../engine/process.ts'
import type { Rules } from '../orgs/rules.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Submit } from '../ui/fields/sending.tsx'
import { TextArea } from '../ui/fields/typed.tsx'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { type ActName, actionOf } from './acts.ts'
import { longestText } from './longest-text.ts'
import type { MainButton } from './main-button.ts'

/** A form that could not be carried out: what was typed stays in it. */
export interface Attempt {
  /** Whose form it was: an act, the message or the rating. */
  of: string
  values: Record<string, string>
  errors: FieldErrors
  /** Somebody else was faster, or the step is no longer open. */
  why?: Refusal
}

/** What every part of the page needs that sends something. */
export interface FormProps {
  view: View
  rules: Rules
  /** Of which case the page is. */
  mark: string
  /** What the worker may do now. */
  open: ReadonlySet<Action>
  /** The one button that stands out. */
  main: MainButton
  attempt?: Attempt | undefined
}

export const isOpen = (act: ActName, open: ReadonlySet<Action>) => open.has(actionOf(act))

/** One act: its field, which carries its name so that an error can link to it, and its button. */
export function ActForm({ act, until, ...props }: FormProps & { act: ActName; until?: Child }) {
  const { view, attempt, main } = props
  const words = view.m.follow.acts[act]
  return (
    <div class="form">
      <p>{words.about}</p>
      {until}
      {words.label && (
        <TextArea
          view={view}
          name={act}
          label={words.label}
          limit={longestText}
          value={attempt?.values[act]}
          error={attempt?.errors[act]}
        />
      )}
      <Submit quiet={act !== main} to={urls.followAct(act)}>
        {words.button}
      </Submit>
    </div>
  )
}

/** The field has the name of the act, so the fold has another. */
export const foldedId = (act: ActName) => `${act}-act`

/** An act that is folded away until it is wanted, or until it needs another look. */
export function FoldedAct(props: FormProps & { act: ActName; until?: Child }) {
  const { view, act, attempt } = props
  return (
    <details id={foldedId(act)} open={attempt?.of === act || view.words?.fill([act])}>
      <summary>{view.m.follow.acts[act].title}</summary>
      <ActForm {...props} />
    </details>
  )
}
