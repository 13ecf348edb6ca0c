import type { Leak } from '../../engine/leaks.ts'
import { Checkbox } from '../../ui/fields/chosen.tsx'
import type { View } from '../../ui/view.ts'
import { asksOf, type StaffAction } from './acts.ts'
import { lookedName } from './read-act.ts'

/**
 * Words that were to leave, with what may tell who the worker is struck through, and why; and how to go on. That they
 * name him is said without which name it is. What is nobody's name may pass once somebody says that he has looked at it.
 */
export function Stopped(props: {
  view: View
  action: StaffAction
  leak: Leak
  /** Whether the worker may be asked if he agrees that he is told of. */
  mayAsk: boolean
}) {
  const { view, action, leak, mayAsk } = props
  const t = view.m.desk.stopped
  const { text, runs, mark } = leak
  const shown = runs.map((run, at) => ({ ...run, before: text.slice(runs[at - 1]?.to ?? 0, run.from) }))
  const why = Map.groupBy(runs, (run) => run.why)
  return (
    <div class="notice warning" id={`${action}-stopped`} role="alert" tabindex={-1} autofocus>
      <p class="notice-title">{t.title}</p>
      {leak.namesWorker && !leak.alike && <p>{t.named}</p>}
      <div class="prose">
        {shown.map(({ before, from, to }) => (
          <>
            {before}
            <del>{text.slice(from, to)}</del>
          </>
        ))}
        {text.slice(runs.at(-1)?.to ?? 0)}
      </div>
      {runs.length > 0 && (
        <ul>
          {[...why].map(([finding, found]) => (
            <li>
              {found.map(({ from, to }, at) => (
                <>
                  {at > 0 && ' '}
                  <del>{text.slice(from, to)}</del>
                </>
              ))}
              {t.between}
              {t.why[finding]}
            </li>
          ))}
        </ul>
      )}
      <p>{asksOf(action).length > 0 ? t.rewrite : t.rewriteDraft}</p>
      {mark ? (
        <Checkbox view={view} name={lookedName(action)} label={t.looked} value={mark} />
      ) : (
        <p>{[t.final, mayAsk && t.ask, t.noted].filter(Boolean).join(view.m.desk.between)}</p>
      )}
    </div>
  )
}
