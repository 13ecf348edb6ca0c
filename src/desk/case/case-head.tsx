import { limitationOfCase } from '../../cases/grievance/limitation.ts'
import { lineOf } from '../../cases/processes.ts'
import { tellsMinute } from '../../cases/without-minutes.ts'
import type { Bilingual } from '../../db/vocabulary.ts'
import { Day, Moment, SummaryList, Until } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { Due } from '../deadline.tsx'
import { Overlays } from '../overlays.tsx'
import type { Opened } from './load.ts'

/** The head of the case: number, state, deadline and who has it. */
export function CaseHead({ view, now, opened }: { view: View; now: Date; opened: Opened }) {
  const { case: it } = opened.it
  const t = view.m.desk.case
  const { words } = view.m
  return (
    <>
      <h1>
        <span class="eyebrow">{t.number(it.number)}</span> {words.categories[it.category]}
      </h1>
      <Overlays view={view} of={it} />
      <p class="lead">
        <strong>{words.states[it.state]}</strong>
        {it.closingLabel !== it.state && it.closingLabel && ` · ${words.closing[it.closingLabel]}`}
      </p>
      {it.dueAt && (
        <p>
          <Due view={view} now={now} of={it} />
        </p>
      )}
      <p>{opened.mine ? <strong>{view.m.desk.holder.me}</strong> : holderText(view, opened)}</p>
      {opened.allowed.some((action) => !lineOf(action).free) && (
        <p class="no-print to-acts">
          <a class={opened.mine ? 'button' : 'quiet-button'} href="#acts">
            {t.toActs}
          </a>
        </p>
      )}
    </>
  )
}

/** The plain facts, as a list. */
export function Facts({ view, opened }: { view: View; opened: Opened }) {
  const { case: it, grievance, org, enterprise, handlerName, contactedAt, relatives, seat } = opened.it
  const limitation = limitationOfCase(opened.it, view.zone)
  const { workers } = opened
  const t = view.m.desk.case
  const { words } = view.m
  const rows = [
    enterprise && { label: t.enterprise, value: enterprise.name[view.locale] },
    { label: t.where, value: org.name[view.locale] },
    {
      label: t.whoSees,
      value: it.confidedTo
        ? t.seenByNamed(words.categories[it.confidedTo])
        : t.seenByAll(org.name[view.locale]),
    },
    { label: t.filed, value: <Moment view={view} at={it.createdAt} /> },
    { label: t.filedBy, value: `${words.modes[it.mode]} · ${it.anonymous ? t.anonymous : t.named}` },
    seat !== null && {
      label: view.m.seats.seat,
      value: seat === 'has' ? view.m.seats.hasOne : view.m.seats.waitsAt(seat.waits),
    },
    grievance && {
      label: t.workers,
      value:
        (workers === null ? t.peopleUnsaid : t.people(workers)) +
        (grievance.complex ? ` · ${t.complex}` : ''),
    },
    grievance?.askedDays != null &&
      grievance.askerId === it.handlerId && { label: t.asked, value: t.askedDays(grievance.askedDays) },
    handlerName !== null && { label: t.handler, value: handlerName },
    contactedAt && { label: t.contacted, value: <Moment view={view} at={contactedAt} /> },
    ...dutyRows(view, opened),
    limitation && {
      label: t.limitation[limitation.claim],
      value: (
        <>
          <Day view={view} at={limitation.dueAt} /> · {t.counted[limitation.from]}
        </>
      ),
    },
    ...relatives.map((relative) => ({
      label: t.kin[relative.kin],
      value: (
        <a href={urls.deskCase(relative.id)}>
          {t.number(relative.number)} · {words.states[relative.state]}
        </a>
      ),
    })),
    it.closedAt && { label: t.closed, value: <Day view={view} at={it.closedAt} /> },
  ]
  return (
    <div class="facts">
      <SummaryList rows={rows.filter((row) => row !== null && row !== false && row !== undefined)} />
    </div>
  )
}

/** What runs beside the nearest duty, each with its date. */
function dutyRows(view: View, { it: { case: it, duties } }: Opened) {
  return duties
    .filter(({ kind, holder }) => holder === 'union' && kind !== it.dutyKind)
    .map((duty) => ({
      label: view.m.words.duties[duty.kind],
      value: <Until view={view} term={duty} byDay={!tellsMinute(it)} />,
    }))
}

/** Who moves the case next, for people of the union: place, role and name. */
export function holderText(view: View, { it: { case: it, handlerName, holderOrg } }: Opened): string {
  const t = view.m.desk.holder
  if (!it.holderRole) {
    if (it.closedAt) return t.nobody
    return (it.dutyKind && t.workerDuties[it.dutyKind]) ?? t.worker
  }
  const name = it.holderId && it.holderId === it.handlerId ? handlerName : null
  return t.waits(view.m.words.roles[it.holderRole], name, nameOf(holderOrg, view))
}

function nameOf(org: Bilingual | null, view: View): string | null {
  return org?.[view.locale] ?? null
}
