import type { CaseLine } from '../../cases/worklist.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { Due } from '../deadline.tsx'
import { Overlays } from '../overlays.tsx'

export function CaseList({ view, now, lines }: { view: View; now: Date; lines: CaseLine[] }) {
  return (
    <ul class="list">
      {lines.map((line) => (
        <CaseRow view={view} now={now} line={line} />
      ))}
    </ul>
  )
}

/** One case in a list: what, where, how long left. */
function CaseRow({ view, now, line: it }: { view: View; now: Date; line: CaseLine }) {
  const { words } = view.m
  return (
    <li>
      <a class="what" href={urls.deskCase(it.id)}>
        {view.m.desk.case.number(it.number)} · {words.categories[it.category]}
      </a>
      {it.dueAt && (
        <p>
          <Due view={view} now={now} of={it} listed />
        </p>
      )}
      <p class="quiet">
        {[
          words.states[it.state],
          it.closingLabel && words.closing[it.closingLabel],
          it.merged > 0 && view.m.desk.case.merged(it.merged),
          (it.enterpriseName ?? it.orgName)?.[view.locale],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Overlays view={view} of={it} listed />
    </li>
  )
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
