import { tellsMinute } from '../cases/without-minutes.ts'
import type { DutyKind, Lamp as LampColour } from '../db/vocabulary.ts'
import type { Messages } from '../i18n/catalog.ts'
import { daysFrom } from '../orgs/zone.ts'
import { Day, Lamp, Moment } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'

interface Props {
  view: View
  now: Date
  of: {
    dutyKind: DutyKind | null
    dueAt: Date | null
    lamp: LampColour
    provisional: boolean
    anonymous: boolean
    danger: boolean
  }
  /** Without the date. */
  listed?: boolean
}

/** The lamp, what is owed, how long there is left, and until when. What is late says so once, in its lamp. */
export function Due({ view, now, of: it, listed }: Props) {
  const byDay = !tellsMinute(it)
  const left = timeLeft(view.m, view.zone, it.dueAt, now, byDay)
  if (!it.dueAt) return <span class="quiet">{left}</span>
  const isLate = it.dueAt < now
  return (
    <span class="due">
      <Lamp view={view} lamp={lampNow(it, now)} word={isLate ? left : undefined} />{' '}
      {it.dutyKind && <span>{view.m.words.duties[it.dutyKind]}</span>} {!isLate && <strong>{left}</strong>}{' '}
      {!listed && (
        <span class="quiet">
          {byDay ? <Day view={view} at={it.dueAt} /> : <Moment view={view} at={it.dueAt} />}
          {it.provisional && view.m.common.provisional}
        </span>
      )}
    </span>
  )
}

/** That the worker waits for a first word longer than he was promised: red, with a shape and words of its own. */
export function Unmet({ view, now, since }: { view: View; now: Date; since: Date }) {
  return (
    <p>
      <span class="lamp red unmet">{view.m.desk.row.unmet(timeLeft(view.m, view.zone, since, now))}</span>
    </p>
  )
}

const hour = 3_600_000

/** How long there is until a deadline, in words; the last six hours are counted in hours, if these may be told. */
export function timeLeft(m: Messages, zone: string, dueAt: Date | null, now: Date, byDay = false): string {
  const t = m.desk.left
  if (!dueAt) return t.none
  const left = dueAt.getTime() - now.getTime()
  const days = daysFrom(zone, now, dueAt)
  if (left < 0) return days === 0 ? t.overdueToday : t.overdue(-days)
  if (left < 6 * hour && !byDay) return t.hours(Math.max(1, Math.floor(left / hour)))
  if (days === 0) return t.today
  return days === 1 ? t.tomorrow : t.days(days)
}

/** The lamp at this moment; the stored one may be an hour old. */
export function lampNow(it: { dueAt: Date | null; lamp: LampColour }, now: Date): LampColour {
  return it.dueAt && it.dueAt < now ? 'red' : it.lamp
}
