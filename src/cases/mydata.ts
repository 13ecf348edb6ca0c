import type { Scene } from '../orgs/scene.ts'
import { dayIn } from '../orgs/zone.ts'
import { type Consent, consentsOf, standingOf } from './consents.ts'
import { type Entry, historyForWorker } from './history.ts'
import type { CaseForWorker } from './loading.ts'
import { waysOf } from './news/ways.ts'
import { type Referral, referralsOf } from './referrals.ts'
import { type Details, detailsOf } from './vault.ts'
import { withoutMinutes, writtenTime } from './without-minutes.ts'

/** All that is stored about a worker under one receipt, in words of the field; for him to keep as a file. */
export interface MyData {
  number: number
  filedAt: string
  mode: string
  anonymous: boolean
  bypassesUnit: boolean
  category: string
  state: string
  closingLabel: string | null
  organisation: { zh: string; en: string }
  enterprise: { zh: string; en: string } | null
  formVersion: string
  language: string
  answers: Record<string, unknown>
  identity: Details | null
  /** Where he wants to be told of news, and since which day. */
  news: { mail: string | null; mailSince: string | null; browserSince: string | null }
  /** What names him is sealed, and opens with his receipt alone. */
  identitySealed: boolean
  /** Of a merged case: how far the one is that it was merged into, and the answer to both. */
  joined: { state: string; reply: MyEntry | null } | null
  /** Whether others may be told who he is, as often as he was asked; and what other agencies were told. */
  consents: MyEntry[]
  referrals: MyEntry[]
  history: MyEntry[]
  /** When he had what he wrote deleted himself; null before. */
  wordsErasedAt: string | null
  /** When everything that people wrote was deleted, the time of keeping being over; null before. */
  textsDeletedAt: string | null
}

type MyEntry = Record<string, string | boolean | null>

/** Everything stored about the case that its receipt opens, looks at the identity included. */
export async function myData(scene: Pick<Scene, 'db' | 'rules'>, subject: CaseForWorker): Promise<MyData> {
  const { case: it, submission, org, enterprise } = subject
  const { zone } = scene.rules.settings
  const [history, identity, consents, referrals, ways] = await Promise.all([
    historyForWorker(scene, subject),
    detailsOf(scene, subject),
    consentsOf(scene, subject),
    referralsOf(scene, subject),
    waysOf(scene, subject),
  ])
  return {
    number: it.number,
    filedAt: writtenTime(zone, it.createdAt),
    mode: it.mode,
    anonymous: it.anonymous,
    bypassesUnit: it.bypassesUnit,
    category: it.category,
    state: it.state,
    closingLabel: it.closingLabel,
    organisation: org.name,
    enterprise: enterprise?.name ?? null,
    formVersion: submission.formVersionId,
    language: submission.locale,
    answers: submission.answers,
    identity,
    news: {
      mail: ways.mail?.address ?? null,
      mailSince: ways.mail?.askedOn ?? null,
      browserSince: ways.push?.askedOn ?? null,
    },
    identitySealed: subject.isSealed,
    joined: joinedOf(subject, zone),
    consents: consents.map((consent) => askedOf(consent, zone)),
    referrals: referrals.map((referral) => toldBy(referral, zone)),
    history: withoutMinutes(history, it, zone).map((entry) => plain(entry, zone)),
    wordsErasedAt: submission.erasedAt && dayIn(zone, submission.erasedAt),
    textsDeletedAt: it.state === 'archived' ? writtenTime(zone, it.stateSince) : null,
  }
}

function joinedOf({ living }: CaseForWorker, zone: string): MyData['joined'] {
  if (!living) return null
  const { state, reply } = living
  if (!reply) return { state, reply: null }
  const { outcome, body, by, signedAt } = reply
  return { state, reply: { at: dayIn(zone, signedAt), what: 'reply', by, outcome, text: body } }
}

function askedOf(consent: Consent, zone: string): MyEntry {
  const { recipient, contact, what, purpose, askedAt, answeredAt, withdrawnAt } = consent
  const day = (at: Date | null) => at && dayIn(zone, at)
  return {
    ...{ recipient, contact, what, purpose, standing: standingOf(consent), asked: day(askedAt) },
    ...{ answered: day(answeredAt), withdrawn: day(withdrawnAt) },
  }
}

function toldBy({ at, recipient, told, consentId }: Referral, zone: string): MyEntry {
  return { at: dayIn(zone, at), recipient, text: told, withIdentity: consentId !== null }
}

function plain(entry: Entry, zone: string): MyEntry {
  const at = writtenTime(zone, entry.at)
  switch (entry.kind) {
    case 'event': {
      const { action, actor, role, reason } = entry
      return { at, what: action, by: role ?? actor, text: reason }
    }
    case 'message':
      return {
        ...{ at, what: 'message', by: entry.fromWorker ? 'worker' : entry.role, text: entry.body },
        ...(entry.file && { file: entry.file.kind }),
      }
    case 'reply': {
      const { reply, rating } = entry
      const rated = { solved: rating?.solved ?? null, satisfied: rating?.satisfied ?? null }
      return { at, what: 'reply', outcome: reply.outcome, text: reply.body, ...rated }
    }
  }
}
