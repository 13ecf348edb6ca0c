import type { Child } from 'hono/jsx'
import { concernedBy } from '../cases/grievance/concerned.ts'
import { isUnmetInDanger } from '../cases/grievance/unmet.ts'
import { nextDuty } from '../cases/next-duty.ts'
import type { RunningDuty } from '../cases/running-duties.ts'
import type { Watcher } from '../cases/watching.ts'
import { tellsMinute } from '../cases/without-minutes.ts'
import type { State } from '../db/vocabulary.ts'
import { isContact } from '../engine/contact-duties.ts'
import type { Messages } from '../i18n/catalog.ts'
import type { Rules } from '../orgs/rules.ts'
import { CityAbove } from '../ui/city.tsx'
import { Notice, SummaryList, Until } from '../ui/parts.tsx'
import { seatText } from '../ui/seat-text.ts'
import type { View } from '../ui/view.ts'
import { query, urls } from '../urls.ts'
import type { Followed } from './followed.ts'

interface Props {
  view: View
  it: Followed
  now: Date
  rules: Rules
  /** Whether it is said elsewhere on the page how far its dates may be relied on. */
  isNoted: boolean
}

/** What is happening now, who has it, the next step and its date: the first thing a tired worker reads. */
export function Status({ view, it, now, rules, isNoted }: Props) {
  const words = view.m.follow.page
  const { now: happening, next } = statusOf(view, it)
  const { supervisedAt, closedAt, extended } = it.case
  const step = stepOf(it)
  const rows: { label: Child; value: Child }[] = [
    { label: isWorkersTurn(it) ? words.turn : words.who, value: whoHasIt(view, it) },
  ]
  if (next) rows.push({ label: words.next, value: next })
  const contact = it.subject.duties.find(({ kind }) => isContact(kind))
  if (contact && contact !== step)
    rows.push({
      label: words.contact,
      value: [
        words.contactBy[0],
        <Until view={view} term={contact} byDay={!tellsMinute(it.case)} />,
        words.contactBy[1],
      ],
    })
  if (next && step) {
    const late = step.dueAt < now ? <p>{words.late}</p> : null
    rows.push({
      label: words.by,
      value: [
        <Until view={view} term={step} byDay={it.subject.living !== null || !tellsMinute(it.case)} />,
        late,
      ],
    })
  }
  const legal = it.subject.duties.find(({ kind }) => kind === 'limit' || kind === 'decision')
  if (legal) {
    const label = legal.kind === 'limit' ? words.legal.limit : words.legal.decision
    rows.push({ label, value: [words.contactBy[0], <Until view={view} term={legal} />, words.contactBy[1]] })
  }
  return (
    <section aria-labelledby="now">
      <h2 id="now">{words.now}</h2>
      <p class="lead">{happening}</p>
      {it.subject.seat && <Notice>{seatText(view, it.subject.seat)}</Notice>}
      <SummaryList rows={rows} />
      {it.case.danger && !closedAt && it.subject.isSealed && <CannotCall view={view} mark={it.mark} />}
      {(isForCity(it) || isAboutCounty(it)) && <CityAbove view={view} city={rules.settings.city} />}
      {supervisedAt && !closedAt && (
        <Notice kind="warning">{words.supervised(it.watcher && personOf(view, it.watcher))}</Notice>
      )}
      {extended && <p>{words.extended}</p>}
      {next && step && !isNoted && <p class="hint">{view.m.common.legalNote}</p>}
    </section>
  )
}

/** In danger, and his number is sealed: what he has to do so that he can be called. */
function CannotCall({ view, mark }: { view: View; mark: string }) {
  const words = view.m.follow.page
  return (
    <Notice kind="warning">
      <p>{words.contactSealed}</p>
      <a href={urls.followSeal + query({ case: mark })}>{words.contactOpen}</a>
    </Notice>
  )
}

const beforeCity: readonly State[] = ['triage', 'accepted', 'under_review', 'referred']

/** The county itself decided, and the federation above it is to look at that. */
function isForCity({ case: it, subject }: Followed): boolean {
  return subject.grievance?.toCity === true && beforeCity.includes(it.state)
}

/** It is the county's own people whom the worker complains of, and others there handle it. */
function isAboutCounty({ case: it, subject }: Followed): boolean {
  return it.category === 'conduct' && it.closedAt === null && concernedBy(subject) === 'federation'
}

/** The duty of the next step; of a merged case that of the one that lives on. */
function stepOf({ subject }: Followed): RunningDuty | undefined {
  const { living } = subject
  return nextDuty(
    living ? { case: { process: 'grievance', state: living.state }, duties: living.duties } : subject,
  )
}

function statusOf({ m }: View, followed: Followed): { now: string; next: string } {
  const { case: it, reply, subject } = followed
  const { living } = subject
  if (living) {
    const { now, next } = joinedStatus(m, living.state)
    return { now: m.follow.joined.lead + now, next }
  }
  if (isForCity(followed)) return m.follow.toCity[it.state === 'referred' ? 'escorted' : 'waiting']
  if (it.state === 'withdrawn' && isUnmetInDanger(subject)) return m.follow.withdrawnInDanger
  if (it.state === 'closed' && it.closingLabel) return { now: m.follow.closed[it.closingLabel], next: '' }
  if (it.state === 'replied' && it.holderRole === 'chair') return m.follow.withChair
  if (it.state === 'replied' && reply?.rating)
    return reply.rating.solved === 'partly' ? m.follow.ratedPartly : m.follow.rated
  return m.follow.status[it.state]
}

/** A role and where it is held; never a name. */
function personOf({ m, locale }: View, { role, org }: Watcher): string {
  return m.follow.page.holder(m.words.roles[role], org[locale])
}

/** How far the case is that this one was merged into, said to somebody who did not file that one. */
function joinedStatus({ follow }: Messages, state: State): { now: string; next: string } {
  const { status } = follow.joined
  switch (state) {
    case 'needs_info':
    case 'withdrawn':
    case 'replied':
    case 'closed':
    case 'archived':
      return status[state]
    default:
      return follow.status[state]
  }
}

/** Whether nothing goes on before the worker says something. */
function isWorkersTurn({ case: it, reply, subject: { living } }: Followed): boolean {
  if (living || it.holderRole) return false
  return it.state === 'needs_info' || it.state === 'declined' || (it.state === 'replied' && !reply?.rating)
}

function whoHasIt(view: View, followed: Followed): string {
  const { case: it, holderOrg, subject } = followed
  const { living } = subject
  const words = view.m.follow.page
  if (living?.holderRole)
    return words.holder(view.m.words.roles[living.holderRole], living.holderOrg?.[view.locale])
  if (living?.state === 'needs_info') return view.m.follow.joined.other
  if (it.holderRole) return words.holder(view.m.words.roles[it.holderRole], holderOrg?.[view.locale])
  if (isWorkersTurn(followed)) return words.you
  return it.state === 'closed' || it.state === 'archived' ? words.nobody : words.union
}
