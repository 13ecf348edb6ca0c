import type { Statement } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { identities, submissions } from '../db/tables/submissions.ts'
import type { Category, Concerned, Locale, Mode, ProcessName } from '../db/vocabulary.ts'
import { type CaseCipher, cipherOf } from '../encryption/case-cipher.ts'
import type { Beginning } from '../engine/begin.ts'
import { tell } from '../engine/telling.ts'
import type { Scene } from '../orgs/scene.ts'
import { startOfDay } from '../orgs/zone.ts'
import { filesOfForm, type KeptFile } from './filed/kept-files.ts'
import { countFiling, isDayFull } from './full-days.ts'
import { beginGrievance } from './grievance/beginning.ts'
import { type Route, routeOf } from './grievance/routing.ts'
import { caseIdFor, receiptHash } from './receipts.ts'
import { enter } from './register/beginning.ts'
import { isWithoutSeat, takeSeat, type Wanted } from './seats/taking-seats.ts'
import { type Filer, isOwn, isSame, receiptOf, sentBefore } from './sent-before.ts'
import { isToBeSealed, keptDetails } from './vault.ts'

export interface Filing {
  /** The idempotency key, as the form carried it. */
  key: string
  receiptSecret: string
  formVersionId: string
  siteCode: string | null
  /** The organisation of the site or of the worker's enterprise. */
  orgId: string
  orgPath: string
  enterpriseId: string | null
  bypassesUnit: boolean
  category: Category
  mode: Mode
  /** By which process it goes; a grievance, if nothing is said. */
  process?: ProcessName | undefined
  anonymous: boolean
  answers: Record<string, unknown>
  identity: Record<string, string>
  /** The files that the answers name. */
  files?: Omit<KeptFile, 'mark'>[]
  /** That only the receipt is to open who he is; of a report it always does. */
  sealed?: boolean
  locale: Locale
  workers?: number
  /** What the worker answered about danger, where the form asks. */
  danger?: boolean
  /** Whom it concerns, of a case about conduct, where the form asks. */
  concerns?: Concerned | undefined
  /** What he signs up for, where the form may count it. */
  seat?: Wanted
  /** When it happened, where the form asks: a day or a month. */
  happenedOn?: string | null
}

export interface Filed {
  ok: true
  /** The same form was sent before; nothing was written now. */
  again: boolean
  /** Whether what was sent before said the same, and was to be sent in the same way. */
  sameAnswers: boolean
  receipt: string
  caseId: string
  number: number
}

/**
 * Files a case: submission, case, first events, identity and urgent notices in one batch, with no query
 * before it. The same key twice gives the first case and its receipt again, and writes nothing; from another
 * one it gives neither, for a key stands in the page of the form and proves nothing. Where its day is full,
 * or there is no place for it, nothing is written either.
 */
export async function fileFrom(
  scene: Scene,
  filing: Filing,
  filer: Filer | null,
): Promise<Filed | { ok: false; why: 'sent_elsewhere' | 'day_full' | 'no_place' }> {
  const { receiptSecret: secret, key } = filing
  const [receipt, caseId] = await Promise.all([receiptOf(filing, filer), caseIdFor(secret, key)])
  const hash = await receiptHash(secret, receipt)
  const route = routeOf(filing)
  const cipher = cipherOf(scene.keys, { id: caseId }, null, scene.now)
  const words = await encryptedWords(cipher, filing, caseId, receipt)
  const rows = rowsOf(scene, filing, route, { caseId, hash, words })
  const files = await filesOfForm(scene, { caseId, cipher }, filesKept(filing))
  rows.others.push(...cipher.newKey(scene.db), ...files)
  try {
    const results = await scene.db.batch([rows.isFull, rows.counted, rows.theCase, ...rows.others])
    const number = results[2][0]?.number ?? 0
    return { ok: true, again: false, sameAnswers: true, receipt, caseId, number }
  } catch (error) {
    const refused = isDayFull(error) ? 'day_full' : isWithoutSeat(error) ? 'no_place' : null
    if (!refused && !isConflict(error, 'submissions') && !isConflict(error, 'cases')) throw error
    const first = await sentBefore(scene, caseId)
    if (!first && refused) return { ok: false, why: refused }
    if (!first) throw error
    const sameAnswers = await isSame(first, filing, route, receipt)
    if (!isOwn(first, scene, { hash, filer, sameAnswers })) return { ok: false, why: 'sent_elsewhere' }
    return { ok: true, again: true, sameAnswers, receipt, caseId, number: first.number }
  }
}

/** Files for somebody who sends no form, so that nobody else can know his key. */
export async function file(scene: Scene, filing: Filing): Promise<Filed> {
  const filed = await fileFrom(scene, filing, null)
  if (!filed.ok) throw new Error(`Not filed: ${filed.why}`)
  return filed
}

/** What is kept of them: of who stays anonymous nothing as it came, for that tells where and with whose phone it was made. */
function filesKept({ anonymous, files = [] }: Filing): Omit<KeptFile, 'mark'>[] {
  return anonymous ? files.map(({ original: _, ...file }) => file) : files
}

type Words = Awaited<ReturnType<typeof encryptedWords>>

/** What the worker wrote, as it is kept; his identity apart, and nothing of it where he stays anonymous. */
async function encryptedWords(cipher: CaseCipher, filing: Filing, caseId: string, receipt: string) {
  const { answers, anonymous, identity } = filing
  const isNamed = !anonymous && Object.keys(identity).length > 0
  return {
    answers: await cipher.encrypt(submissions.answers, caseId, JSON.stringify(answers)),
    details: isNamed && (await keptDetails(cipher, caseId, identity, isToBeSealed(filing) ? receipt : null)),
  }
}

function rowsOf(
  scene: Scene,
  filing: Filing,
  route: Route,
  ids: { caseId: string; hash: string; words: Words },
) {
  const { db, now } = scene
  const { caseId } = ids
  const { category, mode, anonymous, enterpriseId } = filing
  const { orgPath, secrecy, confidedTo, danger, bypassesUnit } = route
  const beginning: Beginning = {
    id: caseId,
    submissionId: caseId,
    parentId: null,
    receiptHash: ids.hash,
    orgId: orgPath === filing.orgPath ? filing.orgId : null,
    ...{ orgPath, enterpriseId, category, mode, secrecy, confidedTo, anonymous, bypassesUnit, danger },
  }
  const { workers = 1, happenedOn = null } = filing
  const { theCase, others } =
    filing.process === 'register'
      ? enter(scene, beginning)
      : beginGrievance(scene, beginning, { workers, happenedOn })
  const submission = db.insert(submissions).values({
    id: caseId,
    formVersionId: filing.formVersionId,
    siteCode: filing.siteCode,
    answers: ids.words.answers,
    locale: filing.locale,
    mode,
    createdAt: anonymous ? startOfDay(scene.rules.settings.zone, now) : now,
  })
  const rows: Statement[] = [submission, ...others]
  const { details } = ids.words
  // Danger waits for no place.
  if (filing.process === 'register' && filing.seat && !danger)
    rows.push(...takeSeat(scene, caseId, filing.seat))
  if (details) rows.push(db.insert(identities).values({ caseId, ...details }))
  if (route.urgent) rows.push(...urgentNews(scene, caseId, danger ? 'danger' : 'many'))
  return { ...countFiling(scene, { siteCode: filing.siteCode, danger }), theCase, others: rows }
}

/** Whoever has the case is told at once; where nobody may have it, the administrators are. */
function urgentNews(scene: Scene, caseId: string, why: 'danger' | 'many'): Statement[] {
  return [
    ...tell(scene, caseId, { who: 'holders', notice: 'urgent_case', why }, 0),
    ...tell(scene, caseId, { who: 'administrators_if_nobody', notice: 'alarm', why: 'nobody' }, 0),
  ]
}
