import { Moment, Prose } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { whoDid } from './history.tsx'
import type { Message } from './load.ts'

/** The messages both ways, oldest first; of ours it says whether the worker has read them. */
export function Thread({ view, messages }: { view: View; messages: Message[] }) {
  const t = view.m.desk.case
  if (messages.length === 0) return <p class="quiet">{t.threadEmpty}</p>
  return (
    <>
      {messages.map((message) => (
        <div class={message.fromWorker ? 'sheet' : 'sheet mine'}>
          <p class="from">
            {whoDid(view, { ...message, actor: message.fromWorker ? 'worker' : 'staff' })} ·{' '}
            <Moment view={view} at={message.at} />
            {!message.fromWorker && ` · ${message.readAt ? t.read : t.unread}`}
          </p>
          <Prose text={message.body} />
        </div>
      ))}
    </>
  )
}
