import type { View } from './view.ts'

/** First on a page that could not be taken yet: nothing is wrong with what was typed, and it is still there. */
export function WaitNotice({ view, text }: { view: View; text: string | undefined }) {
  if (!text) return null
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus>
      <h2>{view.m.common.waitTitle}</h2>
      <p>{text}</p>
    </div>
  )
}
