import type { Child } from 'hono/jsx'
import { type Concern, type Counts, concerns, type Overseen } from '../../cases/overseeing.ts'
import { signsAny } from '../../orgs/roles.ts'
import type { Staff } from '../../orgs/staff.ts'
import { daysFrom } from '../../orgs/zone.ts'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'

interface Props {
  view: View
  staff: Staff
  now: Date
  of: Overseen
}

/** What somebody who leads is to look at, in numbers that lead to their lists. */
export function Tallies({ view, staff, now, of: it }: Props) {
  const t = view.m.desk.overseen
  const days = it.supervisedSince ? daysFrom(view.zone, it.supervisedSince, now) : 0
  return (
    <ul class="tallies">
      {concernsOf(staff).map((one) => (
        <li>
          <Tally
            count={it.counts[one]}
            href={urls.deskCases + query({ show: one })}
            alarm={one !== 'to_sign'}
          >
            <span>{t.tallies[one]}</span>
            {one === 'supervised' && days > 0 && <small class="hint">{t.longest(days)}</small>}
          </Tally>
        </li>
      ))}
    </ul>
  )
}

function Tally(props: { count: number; href: string; alarm: boolean; children: Child }) {
  const { count, href, alarm, children } = props
  const content = (
    <>
      <strong>{count}</strong> {children}
    </>
  )
  if (count === 0) return <span class="tally quiet">{content}</span>
  return (
    <a class={alarm ? 'tally alarm' : 'tally'} href={href}>
      {content}
    </a>
  )
}

/** The same place by place, the worst first; nothing where his own is the only one. */
export function Places({ view, staff, of: { places } }: Omit<Props, 'now'>) {
  const t = view.m.desk.overseen
  if (places.every(({ alone }) => alone)) return null
  return (
    <section class="places">
      <h2>{t.places}</h2>
      <ul class="list">
        {places.map(({ id, name, alone, counts }) => (
          <li>
            <strong>{alone ? t.itself(name[view.locale]) : name[view.locale]}</strong>
            <p class="row">
              {shownOf(staff, counts).map((one) => (
                <a href={urls.deskCases + query({ show: one, under: id, alone: alone ? 'yes' : undefined })}>
                  {t.at[one](counts[one])}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function shownOf(staff: Staff, counts: Counts): Concern[] {
  return concernsOf(staff).filter((one) => counts[one] > 0)
}

/** Whoever only watches has nothing to sign. */
function concernsOf(staff: Staff): Concern[] {
  return concerns.filter((one) => one !== 'to_sign' || signsAny(staff))
}
