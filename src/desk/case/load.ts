import { mayDispatchNext } from '../../cases/accepting-and-dispatching.ts'
import { type Consent, consentsOf } from '../../cases/consents.ts'
import { mayFetchOriginals } from '../../cases/fetching-originals.ts'
import { meaningOf } from '../../cases/filed/reading-answers.ts'
import { candidates } from '../../cases/grievance/dispatching.ts'
import { isUnmetInDanger } from '../../cases/grievance/unmet.ts'
import { workersSaid } from '../../cases/grievance/workers-said.ts'
import { type Entry, historyForStaff } from '../../cases/history.ts'
import { cutParts, type Part } from '../../cases/history-part.ts'
import { type JoinedThread, joinedThreads } from '../../cases/joined-threads.ts'
import type { CasePage as Loaded } from '../../cases/loading.ts'
import { allowedActions } from '../../cases/performing.ts'
import type { Action } from '../../cases/processes.ts'
import { type Referral, referralsOf } from '../../cases/referrals.ts'
import { isTurnOf, readsByOpening } from '../../cases/to-read.ts'
import { withoutMinutes } from '../../cases/without-minutes.ts'
import { isContact } from '../../engine/contact-duties.ts'
import { type Shown, showAnswers, showUnasked } from '../../forms/show-answers.ts'
import { draftOf } from '../../keeping/drafts.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { Staff } from '../../orgs/staff.ts'
import type { View } from '../../ui/view.ts'
import { needsHandler, offered, type StaffAction } from './acts.ts'

export type Happening = Extract<Entry, { kind: 'event' }>
export type Message = Extract<Entry, { kind: 'message' }>
export type Answered = Extract<Entry, { kind: 'reply' }>

/** All that the page of a case shows to one person. */
export interface Opened {
  it: Loaded
  /** How many workers it stands for; null where nobody said. */
  workers: number | null
  answers: { title: string; rows: Shown[] }[]
  /** Whether this person has just opened what files were as they came. */
  showsOriginals: boolean
  messages: Message[]
  /** The same of what is merged into it. */
  joined: JoinedThread[]
  events: Happening[]
  /** Whether others may be told who the worker is, as often as he was asked; and what they were told. */
  consents: Consent[]
  referrals: Referral[]
  /** Which part of a long history this is, and where the one before it ends. */
  part: Part
  older: Part
  /** Signed answers of earlier rounds; the present one is part of the case. */
  earlier: Answered[]
  /** Whom the case may be given to, where this person may give it. */
  candidates: { id: string; label: string }[]
  /** Whether he may give it away at once when he accepts it. */
  dispatchesNext: boolean
  /** That the draft in hand came back, and why. */
  sentBack: Happening | null
  allowed: Action[]
  /** What waits until somebody has met the worker, who is in danger. */
  afterContact: StaffAction[]
  /** Whether it is this person's turn. */
  mine: boolean
}

export async function openCase(
  scene: Pick<Scene, 'db' | 'keys' | 'rules' | 'now'>,
  view: View,
  staff: Staff,
  it: Loaded,
  part: Part = {},
): Promise<Opened> {
  const allowed = allowedActions(staff, it, scene)
  const dispatchesNext = allowed.includes('accept') && mayDispatchNext(staff, it, scene)
  const givesAway = offered(allowed).some(needsHandler)
  const of = { staffId: staff.id, caseId: it.case.id, cipher: it.cipher }
  const [draft, entries, handlers, joined, consents, referrals] = await Promise.all([
    // With the key of an archived case its drafts are gone.
    view.words || it.case.state === 'archived' ? null : draftOf(scene.db, of),
    historyForStaff(scene, it, namesKnown(staff, it), part),
    givesAway || dispatchesNext ? candidates(scene, it) : [],
    joinedThreads(scene, it.relatives, view.zone),
    consentsOf(scene, it),
    referralsOf(scene, it),
  ])
  if (draft) view.words = draft
  const shown = withoutMinutes(entries, it.case, view.zone)
  const parts = cutParts(shown)
  return {
    it,
    workers: workersSaid(it),
    answers: answersOf(it, view),
    showsOriginals: await mayFetchOriginals(scene, staff, it),
    ...parts,
    joined,
    consents,
    referrals,
    part,
    earlier: shown.filter((entry) => entry.kind === 'reply').filter((entry) => isEarlier(entry, it)),
    candidates: handlers.map(({ id, name, orgName, inHand }) => ({
      id,
      label: [name, orgName[view.locale], view.m.desk.fields.inHand(inHand)].join(' · '),
    })),
    dispatchesNext,
    sentBack: sentBack(it, parts.events),
    allowed: allowed.filter((action) => action !== 'read_messages' || marksRead(staff, it)),
    afterContact: afterContact(scene, staff, it, allowed),
    mine: isTurnOf(staff, it.case),
  }
}

function answersOf(it: Loaded, { locale, m }: View) {
  const shown = meaningOf(it, (form, answers) => showAnswers(form, answers, locale, m.common)) ?? []
  const sections = shown.map(({ title, rows }) => ({ title: m.desk.case.section(title), rows }))
  const asked = sections.flatMap(({ rows }) => rows)
  const rest = showUnasked(it.submission.answers, asked, m.common)
  return rest.length > 0 ? [...sections, { title: m.desk.case.unasked, rows: rest }] : sections
}

/** Why the draft in hand came back, while it is being written anew. */
function sentBack({ case: it }: Loaded, events: Happening[]): Happening | null {
  const last = events.findLast(({ action }) => action === 'submit_draft' || returning.includes(action))
  return it.state === 'drafting' && last && returning.includes(last.action) ? last : null
}

const returning: readonly string[] = ['send_back', 'refuse_signature']

/** Those whose names need no look-up: the reader's own, and the handler's, which came with the case. */
function namesKnown(staff: Staff, { case: it, handlerName }: Loaded): Map<string, string> {
  const known = new Map([[staff.id, staff.name]])
  if (it.handlerId && handlerName) known.set(it.handlerId, handlerName)
  return known
}

function isEarlier({ reply }: Answered, { reply: now }: Loaded): boolean {
  return reply.signedAt !== null && reply.id !== now?.id
}

function afterContact(moment: Pick<Scene, 'rules' | 'now'>, staff: Staff, it: Loaded, allowed: Action[]) {
  if (!isUnmetInDanger(it)) return []
  return offered(
    allowedActions(staff, { ...it, duties: it.duties.filter(({ kind }) => !isContact(kind)) }, moment),
  ).filter((action) => !allowed.includes(action))
}

/** Whether there is something unread that stays so when the page is opened. */
function marksRead(staff: Staff, it: Loaded): boolean {
  return it.case.readBy !== null && !readsByOpening(staff, it)
}
