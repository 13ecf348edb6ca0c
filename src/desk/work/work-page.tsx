import type { Overseen } from '../../cases/overseeing.ts'
import type { Stories } from '../../cases/stories.ts'
import type { Work } from '../../cases/worklist.ts'
import type { Staff } from '../../orgs/staff.ts'
import { daysFrom } from '../../orgs/zone.ts'
import { Empty, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { isStaffAction } from '../case/acts.ts'
import { DeskPage } from '../frame.tsx'
import { Places, Tallies } from './overseen.tsx'
import { CaseList, More } from './row.tsx'

interface Props {
  view: View
  staff: Staff
  now: Date
  work: Work
  /** How each worker began to tell, by case. */
  stories: Stories
  /** Of somebody who leads: what goes wrong, and where. */
  overseen: Overseen | null
  /** Of another who watches: the supervised cases that he may have to watch over. */
  watched: { count: number; since: Date } | null
  /** Whether this is a further page of the list. */
  paged: boolean
  /** The act after which its case went out of this person's sight. */
  done: string | undefined
}

/** My work today: what waits for this person, the most pressing first; for who leads, what goes wrong before it. */
export function WorkPage(props: Props) {
  const { view, staff, now, work, stories, overseen, watched, paged, done } = props
  const t = view.m.desk
  const nothing = work.cases.length === 0 && work.unread.length === 0
  return (
    <DeskPage view={view} staff={staff} title={t.work.title} at="work">
      {isStaffAction(done) && <Notice kind="good" title={t.done(t.acts[done].done)} />}
      <h1>{t.work.title}</h1>
      {overseen && <Tallies view={view} staff={staff} now={now} of={overseen} />}
      {watched && <Watched view={view} now={now} of={watched} />}
      <Unread {...props} />
      {work.cases.length > 0 && (overseen || work.unread.length > 0) && (
        <h2>{work.unread.length > 0 ? t.work.rest : t.work.yours}</h2>
      )}
      {nothing && (
        <Empty title={t.work.emptyTitle}>
          <p>{t.work.empty}</p>
          <p class="row">
            <a href={urls.deskCases}>{t.work.toCases}</a>
          </p>
        </Empty>
      )}
      {work.cases.length > 0 && (
        <CaseList view={view} staff={staff} now={now} lines={work.cases} stories={stories} mine />
      )}
      <More
        view={view}
        href={work.next && urls.desk + query({ after: work.next })}
        first={paged ? urls.desk : null}
      />
      {overseen && <Places view={view} staff={staff} of={overseen} />}
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
  const days = daysFrom(view.zone, since, now)
  return (
    <p>
      {t.watched(count, days)} <a href={urls.deskCases + query({ show: 'supervised' })}>{t.toWatched}</a>
    </p>
  )
}

/** What workers wrote, before everything else; the rest gets a heading of its own then. */
function Unread({ view, staff, now, work, stories }: Props) {
  const t = view.m.desk.work
  if (work.unread.length === 0) return null
  return (
    <>
      <h2>{t.unread}</h2>
      <CaseList view={view} staff={staff} now={now} lines={work.unread} stories={stories} mine />
      <p class="row">
        <a href={urls.deskCases + query({ show: 'unread' })}>{t.unreadMore}</a>
      </p>
    </>
  )
}
