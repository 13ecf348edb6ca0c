import type { View } from '../../ui/view.ts'
import { whyNotSent } from './why-not-sent.ts'

/** Why a mail did not go out; what the other side said is folded away, for whoever keeps the mail server. */
export function NotSent({ view, error }: { view: View; error: string }) {
  return (
    <>
      <p>{whyNotSent(view.m, error)}</p>
      <details>
        <summary>{view.m.office.mail.theirWords}</summary>
        <p class="hint">{error}</p>
      </details>
    </>
  )
}
