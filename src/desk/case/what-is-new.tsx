import type { Staff } from '../../orgs/staff.ts'
import { FileLink } from '../../ui/file-link.tsx'
import { Moment, Prose } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { History } from './history.tsx'
import type { Happening, Opened } from './load.ts'

/** As many as one takes in before he reads on. */
const most = 3

/** What came since this person last did something here: unread words of the worker, then what others did, newest first. */
export function WhatIsNew({ view, staff, opened }: { view: View; staff: Staff; opened: Opened }) {
  const t = view.m.desk.case
  const written = opened.messages.filter(({ fromWorker, readAt }) => fromWorker && !readAt)
  const done = doneSince(staff, opened)
  if (isOlder(opened) || (written.length === 0 && done.length === 0)) return null
  return (
    <section class="news">
      <h2>{t.news}</h2>
      {written.slice(-most).map((message) => (
        <div class="sheet">
          <p class="from">
            {t.worker} · <Moment view={view} at={message.at} />
          </p>
          {message.body && <Prose text={message.body} />}
          {message.file && (
            <FileLink view={view} file={message.file} to={urls.deskFile(opened.it.case.id, message.id)} />
          )}
        </div>
      ))}
      {written.length > most && (
        <p class="row no-print">
          <a href="#thread">{t.newsMoreWords(written.length - most)}</a>
        </p>
      )}
      <History view={view} events={done.slice(0, most)} />
      {done.length > most && (
        <p class="row no-print">
          <a href="#history">{t.newsMore(done.length - most)}</a>
        </p>
      )}
    </section>
  )
}

/** A page that shows an earlier part of a long history. */
function isOlder({ part }: Opened): boolean {
  return part.events !== undefined || part.messages !== undefined
}

/** Who never did anything here reads how it came to him, where it is his turn; a mere reader has the history. */
function doneSince(staff: Staff, { events, messages, mine }: Opened): Happening[] {
  const own = events.findLastIndex(({ staffId }) => staffId === staff.id)
  const since = own >= 0 || mine ? events.slice(own + 1) : []
  const written = messages.findLast(({ fromWorker, name }) => !fromWorker && name === staff.name)?.at
  return since
    .filter(({ action }) => !beginnings.includes(action))
    .filter(({ actor, at }) => !(actor === 'staff' && written && at <= written))
    .toReversed()
}

/** How every case begins. */
const beginnings: readonly string[] = ['file', 'receive', 'enter']
