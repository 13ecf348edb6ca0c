import type { Work } from '../../cases/worklist.ts'
import { daysBetween } from '../../orgs/calendar.ts'
import type { Staff } from '../../orgs/staff.ts'
import { dayIn } from '../../orgs/zone.ts'
import { Empty, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { isStaffAction } from '../case/acts.ts'
import { DeskPage } from '../frame.tsx'
import { CaseList, More } from './row.tsx'

interface Props {
  view: View
  staff: Staff
  now: Date
  work: Work
  /** The supervised cases that he may have to watch over. */
  watched: { count: number; since: Date } | null
  /** Whether this is a further page of the list. */
  paged: boolean
  /** The act after which its case went out of this person's sight. */
  done: string | undefined
}

/** My work today: what waits for this person, the most pressing first. */
export function WorkPage({ view, staff, now, work, watched, paged, done }: Props) {
  const t = view.m.desk
  return (
    <DeskPage view={view} staff={staff} title={t.work.title} at="work">
      {isStaffAction(done) && <Notice kind="good" title={t.done(t.acts[done].done)} />}
      <h1>{t.work.title}</h1>
      {watched && <Watched view={view} now={now} of={watched} />}
      <Unread view={view} now={now} work={work} />
      {work.cases.length === 0 && work.unread.length === 0 ? (
        <Empty title={t.work.emptyTitle}>
          <p>{t.work.empty}</p>
          <p>
            <a href={urls.deskCases}>{t.work.toCases}</a>
          </p>
        </Empty>
      ) : (
        <CaseList view={view} now={now} lines={work.cases} />
      )}
      <More
        view={view}
        href={work.next && urls.desk + query({ after: work.next })}
        first={paged ? urls.desk : null}
      />
    </DeskPage>
  )
}

/** How much is supervised below him, for how long, and the way there. */
function Watched({
  view,
  now,
  of: { count, since },
}: {
  view: View
  now: Date
  of: { count: number; since: Date }
}) {
  const t = view.m.desk.work
  const days = daysBetween(dayIn(view.zone, since), dayIn(view.zone, now))
  return (
    <p>
      {t.watched(count, days)} <a href={urls.deskCases + query({ show: 'supervised' })}>{t.toWatched}</a>
    </p>
  )
}

/** What workers wrote, before everything else; the rest gets a heading of its own then. */
function Unread({ view, now, work }: { view: View; now: Date; work: Work }) {
  const t = view.m.desk.work
  if (work.unread.length === 0) return null
  return (
    <>
      <h2>{t.unread}</h2>
      <CaseList view={view} now={now} lines={work.unread} />
      <p>
        <a href={urls.deskCases + query({ show: 'unread' })}>{t.unreadMore}</a>
      </p>
      {work.cases.length > 0 && <h2>{t.rest}</h2>}
    </>
  )
}
