import type { Keys } from '../../cases/ciphers.ts'
import { type DraftOf, keepDraft } from '../../keeping/drafts.ts'
import { logFailure } from '../../log.ts'
import type { FormBody } from '../../ui/form-body.ts'
import { asksOf, fieldName, type StaffAction, staffActions, textAsks } from './acts.ts'

const fields = staffActions.flatMap((action) =>
  asksOf(action)
    .filter((ask) => textAsks.includes(ask))
    .map((ask) => fieldName(action, ask)),
)

/** What somebody has begun to write in the forms of a case page, by field. */
export function begunIn(form: FormBody): Record<string, string> {
  return Object.fromEntries(fields.flatMap((name) => (form.get(name) ? [[name, form.get(name)]] : [])))
}

/**
 * After an act: its words are said, and what stood in the other fields waits as a draft. The act is done by then,
 * whatever becomes of this.
 */
export async function keepOthers(
  scene: Keys,
  of: DraftOf,
  action: StaffAction,
  form: FormBody,
): Promise<void> {
  const said = asksOf(action).map((ask) => fieldName(action, ask))
  const others = Object.entries(begunIn(form)).filter(([name]) => !said.includes(name))
  try {
    await keepDraft(scene, of, Object.fromEntries(others))
  } catch (error) {
    logFailure('A draft could not be kept', error)
  }
}
