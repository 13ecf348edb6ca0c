import type { JoinedThread } from '../../cases/joined-threads.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { Moment, Prose } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { whoDid } from './history.tsx'
import type { Message } from './load.ts'

/** The messages both ways, oldest first; of ours it says whether the worker has read them. */
export function Thread({ view, caseId, messages }: { view: View; caseId: string; messages: Message[] }) {
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
          {message.body && <Prose text={message.body} />}
          {message.file && (
            <FileLink view={view} file={message.file} to={urls.deskFile(caseId, message.id)} />
          )}
        </div>
      ))}
    </>
  )
}

/** What is written with the workers of cases that are merged into this one; each is answered on its own page. */
export function JoinedThreads({ view, threads }: { view: View; threads: JoinedThread[] }) {
  const t = view.m.desk.case
  return (
    <>
      {threads.map(({ of, messages }) => (
        <details open={messages.some(({ fromWorker, readAt }) => fromWorker && !readAt)}>
          <summary>{t.joinedThread(of.number)}</summary>
          <Thread view={view} caseId={of.id} messages={messages} />
          <p class="row no-print">
            <a href={urls.deskCase(of.id)}>{t.toJoined}</a>
          </p>
        </details>
      ))}
    </>
  )
}
