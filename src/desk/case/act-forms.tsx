import { lineOf } from '../../cases/processes.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { AskField, type Asking } from './act-fields.tsx'
import { asksOf, fieldName, nounOf, offered, type StaffAction, textAsks } from './acts.ts'
import type { Opened } from './load.ts'

/**
 * Last on the page and first under the thumb: what this person may do now. The likeliest act stands open,
 * and so does a form that came back; the others are one touch away.
 */
export function Acts({ allowed, afterContact, ...it }: Asking & Pick<Opened, 'allowed' | 'afterContact'>) {
  const t = it.view.m.desk.case
  const all = offered(allowed)
  const main = all.filter((action) => !lineOf(action).free)
  const aside = all.filter((action) => lineOf(action).free)
  const first = it.typed && all.includes(it.typed.action) ? it.typed.action : main[0]
  return (
    <section id="acts" class="acts no-print">
      <h2>{t.acts}</h2>
      {afterContact.length > 0 && (
        <p class="notice">
          {t.afterContact(afterContact.map((action) => it.view.m.desk.acts[action].title))}
        </p>
      )}
      {main.length === 0 && <p class="quiet">{t.actsNone}</p>}
      {first && (
        <section class="act first">
          <h3>{it.view.m.desk.acts[first].title}</h3>
          <ActForm {...it} action={first} />
        </section>
      )}
      {[...main, ...aside]
        .filter((action) => action !== first)
        .map((action) => (
          <details class="act" open={isTyped(it.view, action)}>
            <summary>{it.view.m.desk.acts[action].title}</summary>
            <ActForm {...it} action={action} />
          </details>
        ))}
      {all.length > 0 && (
        <Submit quiet name="step" value="keep" to={urls.deskDraft(it.case.id)}>
          {t.keepDraft}
        </Submit>
      )}
    </section>
  )
}

/** One act: its fields and its button. */
export function ActForm({ action, ...it }: Asking & { action: StaffAction }) {
  const words = it.view.m.desk.acts[action]
  const asks = asksOf(action)
  const impossible = asks.includes('handler') && it.candidates.length === 0
  return (
    <div
      class="form"
      data-kept={
        it.typed?.action === action || (it.view.words?.isWhole && isTyped(it.view, action)) ? '' : undefined
      }
    >
      {words.hint && <p class="hint">{words.hint}</p>}
      {it.joins && toWorkers.includes(action) && <p class="notice">{it.view.m.desk.case.joinedReads}</p>}
      {asks.map((ask) => (
        <AskField {...it} action={action} ask={ask} />
      ))}
      {!impossible && (
        <Submit quiet={lineOf(action).free === true} to={urls.deskAct(it.case.id, nounOf(action))}>
          {words.button}
        </Submit>
      )}
    </div>
  )
}

/** Whether somebody had begun to write in it. */
export function isTyped({ words }: View, action: StaffAction): boolean {
  const texts = asksOf(action).filter((ask) => textAsks.includes(ask))
  return words?.fill(texts.map((ask) => fieldName(action, ask))) === true
}

/** What becomes the answer, or lets it pass. */
const toWorkers: readonly StaffAction[] = ['submit_draft', 'approve', 'sign']
