import type { Action } from '../cases/processes.ts'
import type { Rules } from '../orgs/rules.ts'
import { Typed } from '../ui/fields/unsaved.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { type Attempt, isOpen } from './act-form.tsx'
import { isActName } from './acts.ts'
import { TooOften } from './too-often.tsx'

interface Props {
  view: View
  rules: Rules
  attempt: Attempt
  open: ReadonlySet<Action>
}

/** Somebody else was faster: what that means, and the text where no form is left to keep it. */
export function Refused({ view, rules, attempt, open }: Props) {
  const words = view.m.follow.errors
  if (attempt.why === 'too_often') return <TooOften view={view} settings={rules.settings} />
  const stillOpen = isStillOpen(attempt.of, open)
  const texts = stillOpen ? [] : Object.values(attempt.values).filter(Boolean)
  // They stand here, and not once more at the end of the page.
  for (const name of stillOpen ? [] : Object.keys(attempt.values)) view.words?.take(name)
  return (
    <>
      <Notice kind="warning">{stillOpen ? words.conflict : words.notAllowed}</Notice>
      {attempt.of !== 'rating' && <Typed view={view} texts={texts} />}
    </>
  )
}

function isStillOpen(form: string, open: ReadonlySet<Action>): boolean {
  if (form === 'rating') return open.has('rate_unsolved')
  if (form === 'message') return open.has('write_to_union')
  return isActName(form) && isOpen(form, open)
}
