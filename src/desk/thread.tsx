import { Moment, Prose } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { whoDid } from './history.tsx'
import type { Letter } from './opening.ts'

/** The messages both ways, oldest first; of ours it says whether the worker has read them. */
export function Thread({ view, letters }: { view: View; letters: Letter[] }) {
  const t = view.m.desk.case
  if (letters.length === 0) return <p class="quiet">{t.threadEmpty}</p>
  return (
    <>
      {letters.map((letter) => (
        <div class={letter.fromWorker ? 'letter' : 'letter mine'}>
          <p class="from">
            {whoDid(view, { ...letter, actor: letter.fromWorker ? 'worker' : 'staff' })} ·{' '}
            <Moment view={view} at={letter.at} />
            {!letter.fromWorker && ` · ${letter.readAt ? t.read : t.unread}`}
          </p>
          <Prose text={letter.body} />
        </div>
      ))}
    </>
  )
}
