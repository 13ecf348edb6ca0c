import type { Case } from '../engine/process.ts'
import type { View } from '../ui/view.ts'

type Marked = Pick<Case, 'danger' | 'supervisedAt' | 'extended' | 'secrecy' | 'mode'> & {
  bypassesUnit?: boolean
  readBy: Date | null
}

/**
 * What holds of a case beside its state, each a word; nothing where nothing holds. In a list, what holds of
 * nearly every case would only hide the rest.
 */
export function Overlays({ view, of: it, listed }: { view: View; of: Marked; listed?: boolean }) {
  const t = view.m.desk.overlays
  const marks: [boolean, string, string][] = [
    [it.readBy !== null, 'mark alarm', t.unread],
    [it.danger, 'mark alarm', t.danger],
    [it.supervisedAt !== null, 'mark alarm', t.supervised],
    [it.extended, 'mark', t.extended],
    [it.secrecy === 'confidential' && !listed, 'mark', t.confidential],
    [it.secrecy === 'strict', 'mark', t.strict],
    [it.bypassesUnit === true, 'mark', t.bypass],
    [it.mode === 'report', 'mark', t.report],
  ]
  const holding = marks.filter(([holds]) => holds)
  if (holding.length === 0) return null
  return (
    <p class="marks">
      {holding.map(([, kind, word]) => (
        <span class={kind}>{word}</span>
      ))}
    </p>
  )
}
