import { and, eq, gte, sql } from 'drizzle-orm'
import { caseEvents } from '../../db/tables/cases.ts'
import type { Leak, Readers, Run } from '../../engine/leaks.ts'
import type { By, Change, Leaving } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { startOfDay } from '../../orgs/zone.ts'
import { consentOf } from '../consents.ts'
import { knownOf } from '../leaving/known-of.ts'
import { isSure, type Known, whatIdentifies } from '../leaving/what-identifies.ts'
import { toldOf } from '../told-of.ts'
import { detailsOf } from '../vault.ts'
import { mergedInto } from './merged.ts'
import type { GrievanceInput, GrievanceSubject } from './subject.ts'

/** After so many stops of a day nobody is shown any more what stopped his words on this case: he may be guessing. */
const stopsPerDay = 5

/**
 * Holds words that leave a case against what is known of the workers of whom they tell. What names them stops for
 * good; what may be somebody's own words, or speak of a person, passes once who writes has looked at just that.
 * Refused: `identifies` with what was found, or `too_often`.
 */
export const leaving: Leaving<GrievanceSubject, GrievanceInput> = async (scene, subject, readers, said) => {
  const text = wordsOf(readers, subject, said)
  const of = text ? await workersToldOf(scene, subject, readers, said.change) : []
  if (!text || of.length === 0) return null
  const runs = whatIdentifies(text, await knownHere(scene, subject, of, said.input))
  if (runs.length === 0) return null
  const marks = await Promise.all(runs.map(({ from, to }) => subject.cipher.digest(text.slice(from, to))))
  const looked = new Set(said.input.looked?.split(' '))
  const isFinal = runs.some(isSure)
  if (!isFinal && marks.every((mark) => looked.has(mark))) return null
  if (isFinal && (await hasStoppedToday(scene, subject, said.by))) return { ok: false, why: 'too_often' }
  return { ok: false, why: 'identifies', leak: { text, runs, mark: isFinal ? '' : marks.join(' ') } }
}

/** The words that stopped as the history keeps them: without what named the worker. */
export function withoutNames({ text, runs }: Leak): string {
  return runs
    .filter(isSure)
    .toReversed()
    .reduce((left, { from, to }: Run) => `${left.slice(0, from)}▇▇▇${left.slice(to)}`, text)
}

function wordsOf(
  readers: Readers,
  { reply }: GrievanceSubject,
  { input, change }: { input: GrievanceInput; change: Change },
): string | undefined {
  if (readers === 'worker_of_another') return (change.reason ?? input.reason)?.trim()
  if (readers === 'outside') return `${input.recipient?.trim()}\n${input.body?.trim()}`
  return input.body?.trim() || reply?.body
}

/** The cases of whose workers the words may tell: none where nobody reads them who does not know. */
async function workersToldOf(
  scene: Scene,
  { case: it, grievance }: GrievanceSubject,
  readers: Readers,
  { own }: Change,
): Promise<string[]> {
  if (readers === 'worker_of_another') {
    const other = String(own?.mergeTargetId ?? grievance.mergeTargetId)
    return [other, ...(await mergedInto(scene, other)).map(({ id }) => id)].filter((id) => id !== it.id)
  }
  const joined = (await mergedInto(scene, it.id)).map(({ id }) => id)
  return readers === 'joined' && joined.length === 0 ? [] : [it.id, ...joined]
}

/** What is known of them, but for names that are no secret and what a consent lets through. */
async function knownHere(
  scene: Scene,
  subject: GrievanceSubject,
  of: string[],
  { consentId }: GrievanceInput,
): Promise<Known> {
  const [known, agreed] = await Promise.all([
    knownOf(scene, of),
    consentId ? agreedTo(scene, subject, consentId) : [],
  ])
  const { settings } = scene.rules
  const numbers = settings.helplines.map(({ number }) => number)
  return {
    ...known,
    letThrough: [...known.letThrough, ...Object.values(settings.name), ...numbers, ...agreed],
  }
}

/** The details that go along by a consent. */
async function agreedTo(scene: Scene, subject: GrievanceSubject, consentId: string): Promise<string[]> {
  const [consent, details] = await Promise.all([
    consentOf(scene, subject, consentId),
    detailsOf(scene, subject),
  ])
  return consent ? Object.values(toldOf(consent.what, details ?? {})) : []
}

async function hasStoppedToday({ db, now, rules }: Scene, { case: it }: GrievanceSubject, { staff }: By) {
  const today = startOfDay(rules.settings.zone, now)
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, it.id),
        eq(caseEvents.action, 'stop_words'),
        eq(caseEvents.staffId, staff?.id ?? ''),
        gte(caseEvents.at, today),
      ),
    )
  return (row?.count ?? 0) >= stopsPerDay
}
