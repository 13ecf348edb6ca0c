import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import type { StaffAction } from './acts.ts'
import { History } from './history.tsx'
import type { Happening } from './opening.ts'

/** Where the words of a step that was not taken are kept: in its own form, in a note, or there were none. */
export type Kept = 'form' | 'note' | 'nothing'

/** What became of the step that a person has just taken. */
export type News =
  | { kind: 'done'; action: StaffAction; holder: string; next: { href: string; text: string } }
  | { kind: 'overtaken'; meanwhile: Happening[]; kept: Kept }
  | { kind: 'refused'; kept: Kept }

/** First thing on the page after a step: done and who has it now, or why it was not taken. */
export function NewsNotice({ view, news }: { view: View; news: News | null }) {
  if (!news) return null
  const t = view.m.desk
  if (news.kind === 'done') {
    return (
      <Notice kind="good" title={t.done(t.acts[news.action].done)}>
        <p>{t.done(news.holder)}</p>
        <p>
          <a class="quiet-button" href={news.next.href}>
            {news.next.text}
          </a>
        </p>
      </Notice>
    )
  }
  return (
    <div class="notice warning" role="alert">
      <p class="notice-title">{news.kind === 'overtaken' ? t.conflict.title : t.refused}</p>
      {news.kind === 'overtaken' && (
        <>
          <p>{t.conflict.meanwhile}</p>
          <History view={view} events={news.meanwhile} />
        </>
      )}
      <p>{news.kept === 'form' ? t.conflict.kept : t.conflict.gone}</p>
      {news.kept === 'note' && <p>{t.conflict.note}</p>}
    </div>
  )
}
