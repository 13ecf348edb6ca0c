import { FileLink } from '../ui/file-link.tsx'
import { Moment, Prose } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import { isFresh, type Message } from './followed.ts'
import { roleWord } from './history.tsx'

export function MessageSheet({ view, mark, message }: { view: View; mark: string; message: Message }) {
  const words = view.m.follow.thread
  return (
    <article class={message.fromWorker ? 'sheet mine' : 'sheet'}>
      <p class="from">
        {isFresh(message) && <strong>{words.fresh} · </strong>}
        {message.fromWorker ? words.you : roleWord(view, message.role)} ·{' '}
        <Moment view={view} at={message.at} />
      </p>
      {message.body && <Prose text={message.body} />}
      {message.file && (
        <FileLink view={view} file={message.file} to={urls.followFile(message.id) + query({ case: mark })} />
      )}
    </article>
  )
}
