import { type SQL, sql } from 'drizzle-orm'
import type { Readers } from '../../engine/leaks.ts'
import { onlyWhile } from '../../engine/only-while.ts'
import type { By, Change, Leaving } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { startOfDay } from '../../orgs/zone.ts'
import { consentOf } from '../consents.ts'
import { knownOf } from '../leaving/known-of.ts'
import { tellingNobody } from '../leaving/telling-nobody.ts'
import { isSure, type Known, whatIdentifies } from '../leaving/what-identifies.ts'
import { toldOf } from '../told-of.ts'
import { detailsOf } from '../vault.ts'
import type { GrievanceEffect } from './effect.ts'
import { mergedInto } from './merged.ts'
import type { GrievanceInput, GrievanceSubject } from './subject.ts'

/** After so many stops of a day nothing of his leaves this case any more, for by what passes he may be guessing. */
export const stopsPerDay = 5

/**
 * Holds words that leave a case against what is known of the workers of whom they tell. What names them stops for
 * good; what may be somebody's own words, or speak of a person, passes once who writes has looked at just that.
 * Refused: `identifies` with what may be said of it, or `too_often`.
 */
export const leaving: Leaving<GrievanceSubject, GrievanceInput> = async (scene, subject, readers, said) => {
  const text = wordsOf(readers, subject, said)
  const of = text ? await workersToldOf(scene, subject, readers, said.change) : []
  if (!text || of.length === 0) return null
  if (await hasStoppedToday(scene, subject, said.by)) return { ok: false, why: 'too_often' }
  const known = await knownHere(scene, subject, of, said.input)
  const runs = whatIdentifies(text, known)
  if (runs.length === 0) return null
  const marks = await Promise.all(runs.map(({ from, to }) => subject.cipher.digest(text.slice(from, to))))
  const looked = new Set(said.input.looked?.split(' '))
  const isFinal = runs.some(isSure)
  if (!isFinal && marks.every((mark) => looked.has(mark))) return null
  const told = tellingNobody(text, runs, known)
  // Of another case it is not asked who may look there.
  const alike = of.every((id) => id === subject.case.id) ? told.alike : null
  const leak = { ...told, alike, text, mark: isFinal ? '' : marks.join(' ') }
  return { ok: false, why: 'identifies', leak }
}

/** Counts a stop beside its event, as one of so many a day; by one more the batch falls. */
export const stopWords: GrievanceEffect = (scene, subject, _, by) => ({
  also: [onlyWhile(scene, subject.case.id, sql`(${stopsToday(scene, subject, by)}) <= ${stopsPerDay}`)],
  // Each time counts, as a look does.
  mayRepeat: true,
})

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
  return consent ? Object.values(toldOf(consent.what, details ?? {}, subject)) : []
}

async function hasStoppedToday(scene: Scene, subject: GrievanceSubject, by: By): Promise<boolean> {
  const [row] = await scene.db.all<{ count: number }>(stopsToday(scene, subject, by))
  return (row?.count ?? 0) >= stopsPerDay
}

function stopsToday({ now, rules }: Scene, { case: it }: GrievanceSubject, { staff }: By): SQL {
  const today = startOfDay(rules.settings.zone, now).getTime()
  return sql`select count(*) as count from case_events where case_id = ${it.id} and action = 'stop_words'
    and staff_id = ${staff?.id ?? ''} and at >= ${today}`
}
