import { Moment, Prose } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { isFresh, type Message } from './followed.ts'
import { roleWord } from './history.tsx'

export function MessageSheet({ view, message }: { view: View; message: Message }) {
  const words = view.m.follow.thread
  return (
    <article class={message.fromWorker ? 'sheet mine' : 'sheet'}>
      <p class="from">
        {isFresh(message) && <strong>{words.fresh} · </strong>}
        {message.fromWorker ? words.you : roleWord(view, message.role)} ·{' '}
        <Moment view={view} at={message.at} />
      </p>
      <Prose text={message.body} />
    </article>
  )
}
