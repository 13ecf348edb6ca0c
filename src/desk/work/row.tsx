import type { CaseLine } from '../../cases/paging.ts'
import type { Stories, Story } from '../../cases/stories.ts'
import { isTurnOf } from '../../cases/to-read.ts'
import { isContact } from '../../engine/contact-duties.ts'
import type { Staff } from '../../orgs/staff.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { Due, Unmet } from '../deadline.tsx'
import { Overlays } from '../overlays.tsx'

interface Props {
  view: View
  staff: Staff
  now: Date
  lines: CaseLine[]
  /** How each worker began to tell, by case. */
  stories: Stories
  /** All of it waits for the reader, so that no row says so. */
  mine?: boolean
}

/** Cases one below the other; on a wide screen the parts of each stand in columns. */
export function CaseList({ lines, stories, ...it }: Props) {
  const t = it.view.m.desk.row
  return (
    <>
      <div class="heads" aria-hidden="true">
        {[t.what, t.when, t.whose].map((word) => (
          <span>{word}</span>
        ))}
      </div>
      <ul class="list cases">
        {lines.map((line) => (
          <CaseRow {...it} line={line} story={stories.get(line.id)} />
        ))}
      </ul>
    </>
  )
}

interface RowProps extends Pick<Props, 'view' | 'staff' | 'now' | 'mine'> {
  line: CaseLine
  story: Story | undefined
}

/** One case in a list: what, in the worker's words, how long left, where, and who has it. */
function CaseRow({ view, staff, now, mine, line: it, story }: RowProps) {
  const { words } = view.m
  const unmet = unmetSince(it, now)
  return (
    <li>
      <a class="what" href={urls.deskCase(it.id)}>
        {view.m.desk.case.number(it.number)} · {words.categories[it.category]}
      </a>
      {story && <p class="story">{typeof story === 'string' ? view.m.desk.row[story] : story.text}</p>}
      <div class="when">
        {unmet && <Unmet view={view} now={now} since={unmet} />}
        {it.dueAt && !(unmet && it.dutyKind && isContact(it.dutyKind)) && (
          <Due view={view} now={now} of={it} listed />
        )}
      </div>
      <div class="whose">
        <p>{(it.enterpriseName ?? it.orgName)?.[view.locale]}</p>
        <p class="quiet">
          {[
            words.states[it.state],
            it.closingLabel !== it.state && it.closingLabel && words.closing[it.closingLabel],
            it.merged > 0 && view.m.desk.case.merged(it.merged),
            !mine && whoHas(view, staff, it),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Overlays view={view} of={it} listed />
    </li>
  )
}

/** Since when the worker waits for a first word, where that is late. */
function unmetSince({ contactDue, closedAt }: CaseLine, now: Date): Date | null {
  return contactDue !== null && contactDue < now.getTime() && closedAt === null ? new Date(contactDue) : null
}

/** Who has it now: a person by name, a role where it waits, or the worker. Nothing of what is over. */
function whoHas(view: View, staff: Staff, it: CaseLine): string | null {
  const t = view.m.desk.row
  if (it.closedAt || it.state === 'submitted') return null
  if (!it.holderRole) return t.worker
  if (isTurnOf(staff, it)) return t.you
  if (!it.holderId && !it.holderOrgId) return t.nobody
  return t.has(view.m.words.roles[it.holderRole], it.holderName ?? it.holderOrgName?.[view.locale] ?? '')
}

/** The way to the rows after these, by the key of the last one. */
export function More({ view, href, first }: { view: View; href: string | null; first: string | null }) {
  if (!href && !first) return null
  return (
    <nav class="row" aria-label={view.m.common.more}>
      {href && (
        <a class="button" href={href} rel="next">
          {view.m.common.next}
        </a>
      )}
      {first && (
        <a class="quiet-button" href={first}>
          {view.m.desk.work.first}
        </a>
      )}
    </nav>
  )
}
