import { lineOf } from '../../cases/processes.ts'
import { Submit } from '../../ui/fields/sending.tsx'
import { Moment, Notice, Prose } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { AskField, type Asking } from './act-fields.tsx'
import {
  asksOf,
  ends,
  fieldName,
  needsHandler,
  nounOf,
  offered,
  type StaffAction,
  sorted,
  textAsks,
} from './acts.ts'
import { whoDid } from './history.tsx'
import type { Happening, Opened } from './load.ts'
import { Stopped } from './stopped.tsx'

/**
 * Last on the page and first under the thumb: what this person may do now. The likeliest act stands open, and so does
 * a form that came back; the others are one touch away. What ends a case never stands open by itself, and what undoes
 * something or is not his turn is folded behind all else.
 */
export function Acts(props: Asking & Pick<Opened, 'allowed' | 'afterContact' | 'mine'>) {
  const { allowed, afterContact, mine, ...it } = props
  const t = it.view.m.desk.case
  const all = offered(allowed)
  const { usual, rare } = sorted(all, mine)
  const main = usual.filter((action) => !lineOf(action).free)
  const aside = usual.filter((action) => lineOf(action).free)
  const typed = it.typed && usual.includes(it.typed.action) ? it.typed.action : undefined
  const first = typed ?? main.slice(0, 1).find((action) => !ends(action))
  const folded = [...main, ...aside].filter((action) => action !== first)
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
      <Folded {...it} actions={folded} />
      {all.length > 0 && (
        <Submit quiet name="step" value="keep" to={urls.deskDraft(it.case.id)}>
          {t.keepDraft}
        </Submit>
      )}
      {rare.length > 0 && (
        <details class="rare" open={rare.some((action) => isOpen(it, action))}>
          <summary>{t.rareActs}</summary>
          <Folded {...it} actions={rare} rare />
        </details>
      )}
    </section>
  )
}

function Folded({ actions, ...it }: Asking & { actions: StaffAction[]; rare?: true }) {
  return (
    <>
      {actions.map((action) => (
        <details class="act" open={isOpen(it, action)}>
          <summary>{it.view.m.desk.acts[action].title}</summary>
          <ActForm {...it} action={action} />
        </details>
      ))}
    </>
  )
}

/** Whether it came back, or somebody had begun to write in it. */
function isOpen({ view, typed }: Asking, action: StaffAction): boolean {
  return typed?.action === action || isTyped(view, action)
}

/** One act: its fields and its button. */
export function ActForm({ action, rare, ...it }: Asking & { action: StaffAction; rare?: true }) {
  const words = it.view.m.desk.acts[action]
  const asks = asksOf(action)
  const impossible = needsHandler(action) && it.candidates.length === 0
  return (
    <div
      class="form"
      data-kept={
        it.typed?.action === action || (it.view.words?.isWhole && isTyped(it.view, action)) ? '' : undefined
      }
    >
      {words.hint && <p class="hint">{words.hint}</p>}
      {action === 'submit_draft' && it.sentBack && <SentBack view={it.view} event={it.sentBack} />}
      {it.joins && toWorkers.includes(action) && <p class="notice">{it.view.m.desk.case.joinedReads}</p>}
      {it.typed?.action === action && it.typed.leak && (
        <Stopped view={it.view} action={action} leak={it.typed.leak} mayAsk={it.untold === 'unasked'} />
      )}
      {asks.map((ask) => (
        <AskField {...it} action={action} ask={ask} />
      ))}
      {!impossible && (
        <Submit
          quiet={rare || lineOf(action).free === true}
          to={urls.deskAct(it.case.id, nounOf(action))}
          withFile={asks.includes('file')}
        >
          {words.button}
        </Submit>
      )}
    </div>
  )
}

/** What whoever reviewed or was to sign wants changed, beside the draft that came back. */
function SentBack({ view, event }: { view: View; event: Happening }) {
  return (
    <Notice kind="warning" title={view.m.desk.events[event.action]}>
      <p class="hint">
        {whoDid(view, event)} · <Moment view={view} at={event.at} />
      </p>
      <Prose text={event.reason ?? ''} />
    </Notice>
  )
}

/** Whether somebody had begun to write in it. */
export function isTyped({ words }: View, action: StaffAction): boolean {
  const texts = asksOf(action).filter((ask) => textAsks.includes(ask))
  return words?.fill(texts.map((ask) => fieldName(action, ask))) === true
}

/** What becomes the answer, or lets it pass. */
const toWorkers: readonly StaffAction[] = ['submit_draft', 'approve', 'sign']
