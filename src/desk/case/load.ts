import { eq } from 'drizzle-orm'
import * as v from 'valibot'
import { allowedActions, type Case } from '../../cases/access.ts'
import { candidates } from '../../cases/dispatching.ts'
import { type Entry, historyForStaff } from '../../cases/history.ts'
import type { CasePage as Loaded } from '../../cases/loading.ts'
import type { Scene } from '../../cases/moving.ts'
import type { Action } from '../../cases/workflow.ts'
import { organisations } from '../../db/tables/orgs.ts'
import type { Bilingual } from '../../db/vocabulary.ts'
import type { Answers } from '../../forms/answers.ts'
import { definitionSchema } from '../../forms/definition.ts'
import { type Shown, showAnswers } from '../../forms/show-answers.ts'
import type { Staff } from '../../orgs/staff.ts'
import type { View } from '../../ui/view.ts'
import { asksOf, offered } from './acts.ts'

export type Happening = Extract<Entry, { kind: 'event' }>
export type Message = Extract<Entry, { kind: 'message' }>
export type Answered = Extract<Entry, { kind: 'reply' }>

/** All that the page of a case shows to one person. */
export interface Opened {
  it: Loaded
  answers: { title: string; rows: Shown[] }[]
  messages: Message[]
  events: Happening[]
  /** Signed answers of earlier rounds; the present one is part of the case. */
  earlier: Answered[]
  holderOrg: Bilingual | null
  /** Whom the case may be given to, where this person may give it. */
  candidates: { id: string; label: string }[]
  allowed: Action[]
  /** Whether it is this person's turn. */
  mine: boolean
}

export async function openCase(scene: Scene, view: View, staff: Staff, it: Loaded): Promise<Opened> {
  const allowed = allowedActions(staff, it)
  const givesAway = offered(allowed).some((action) => asksOf(action).includes('handler'))
  const [entries, handlers, holderOrg] = await Promise.all([
    historyForStaff(scene.db, it.case.id),
    givesAway ? candidates(scene, it) : [],
    holderOrgOf(scene, it),
  ])
  return {
    it,
    answers: answersOf(it, view),
    messages: entries.filter((entry) => entry.kind === 'message'),
    events: entries.filter((entry) => entry.kind === 'event'),
    earlier: entries.filter((entry) => entry.kind === 'reply').filter((entry) => isEarlier(entry, it)),
    holderOrg,
    candidates: handlers.map(({ id, name, orgName }) => ({ id, label: `${name} · ${orgName[view.locale]}` })),
    allowed,
    mine: isTurnOf(staff, it.case),
  }
}

function answersOf({ definition, submission }: Loaded, view: View) {
  const form = v.safeParse(definitionSchema, definition)
  if (!form.success) return []
  return showAnswers(form.output, submission.answers as Answers, view.locale, view.m.common)
}

async function holderOrgOf({ db }: Scene, { case: it, org }: Loaded): Promise<Bilingual | null> {
  if (!it.holderOrgId) return null
  if (it.holderOrgId === org.id) return org.name
  const { name } = organisations
  const row = await db.select({ name }).from(organisations).where(eq(organisations.id, it.holderOrgId)).get()
  return row?.name ?? null
}

function isEarlier({ reply }: Answered, { case: it }: Loaded): boolean {
  return reply.signedAt !== null && reply.id !== it.replyId
}

/** Whether a case waits for this person: by his name, or by a role he holds. */
function isTurnOf(staff: Staff, it: Case): boolean {
  if (it.holderId) return it.holderId === staff.id
  return staff.grants.some((grant) => grant.orgId === it.holderOrgId && grant.role === it.holderRole)
}
