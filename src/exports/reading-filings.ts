import { and, eq, inArray, sql } from 'drizzle-orm'
import { cipherOn, type Keys } from '../cases/ciphers.ts'
import { readAnswers } from '../cases/reading-words.ts'
import { readSeat, type Seat, seatOf } from '../cases/seats/standing-in-line.ts'
import { listed } from '../db/listed.ts'
import { cases } from '../db/tables/cases.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { submissions } from '../db/tables/submissions.ts'
import { Unreadable } from '../encryption/unreadable.ts'
import type { FiledAnswers } from '../forms/answers.ts'
import type { KeptVersion } from '../forms/kept-definitions.ts'
import { answersSeenBy } from './answer-parts.ts'
import { isOfVersion, narrowedTo, type Wanted } from './narrowing.ts'

/** What one worker filed by a form. */
export type Filing = Pick<
  typeof cases.$inferSelect,
  'id' | 'number' | 'category' | 'state' | 'closingLabel' | 'createdAt'
> & {
  version: KeptVersion
  answers: FiledAnswers
  /** Whether he has a place, or waits for one; null where nothing is counted. */
  seat: Seat | null
  /** Why there are no answers; `form`, that nothing can be made of its questions any more. */
  without: 'erased' | 'archived' | 'unreadable' | 'form' | null
}

/** So many are read, decrypted and handed on at a time, however many there are. */
const batch = 100

/** The filings of one part, in their order; of the last one on nothing is kept. */
export async function* filingsAfter(
  scene: Keys,
  wanted: Wanted,
  newestFirst: readonly KeptVersion[],
  { after, most }: { after: string | undefined; most: number },
): AsyncGenerator<Filing[]> {
  let last = after === undefined ? null : await placeOf(scene, after)
  let left = most
  const began = newestFirst.find(({ id }) => id === last?.versionId)?.number ?? 0
  for (const version of newestFirst.toReversed()) {
    if (version.number < began || !isOfVersion(wanted.narrowing, version)) continue
    if (version.id !== last?.versionId) last = null
    while (left > 0) {
      const rows = await rowsAfter(scene, wanted, version.id, last, Math.min(batch, left))
      const end = rows.at(-1)
      if (!end) break
      yield await Promise.all(rows.map((row) => read(scene, version, row)))
      last = { versionId: version.id, id: end.case.id, at: end.submission.createdAt }
      left -= rows.length
    }
  }
}

/** The filings of some cases that he sees, in the order in which they are named. */
export async function filingsOf(
  scene: Keys,
  versions: readonly KeptVersion[],
  ids: readonly string[],
): Promise<Filing[]> {
  const rows = await filed(scene.db).where(
    and(inArray(submissions.id, listed(ids)), eq(cases.id, submissions.id)),
  )
  const found = new Map(rows.map((row) => [row.case.id, row]))
  const byId = new Map(versions.map((version) => [version.id, version]))
  const all = ids.flatMap((id) => {
    const row = found.get(id)
    const version = row && byId.get(row.submission.formVersionId)
    return version ? read(scene, version, row) : []
  })
  return Promise.all(all)
}

export interface Place {
  versionId: string
  id: string
  at: Date
}

export async function placeOf({ db }: Pick<Keys, 'db'>, id: string): Promise<Place | null> {
  const { formVersionId, createdAt } = submissions
  const [row] = await db
    .select({ versionId: formVersionId, at: createdAt })
    .from(submissions)
    .where(eq(submissions.id, id))
  return row ? { ...row, id } : null
}

type Row = Awaited<ReturnType<typeof rowsAfter>>[number]

function rowsAfter({ db }: Keys, wanted: Wanted, versionId: string, last: Place | null, limit: number) {
  const { createdAt, id } = submissions
  return filed(db)
    .where(
      and(
        eq(submissions.formVersionId, versionId),
        eq(cases.id, id),
        last ? sql`(${createdAt}, ${id}) > (${last.at.getTime()}, ${last.id})` : undefined,
        narrowedTo(wanted.narrowing, wanted.zone),
        answersSeenBy(wanted.by),
      ),
    )
    .orderBy(createdAt, id)
    .limit(limit)
}

/** Each submission with its case and the key of that. */
function filed(db: Keys['db']) {
  return db
    .select({ case: cases, submission: submissions, key: caseKeys, seat: seatOf })
    .from(submissions)
    .crossJoin(cases)
    .leftJoin(caseKeys, eq(caseKeys.caseId, cases.id))
    .$dynamic()
}

/** One that cannot be read keeps nobody from the others. */
async function read(
  scene: Keys,
  version: KeptVersion,
  { case: it, submission, key, seat }: Row,
): Promise<Filing> {
  const { id, number, category, state, closingLabel, createdAt } = it
  const about = { id, number, category, state, closingLabel, createdAt, version, seat: readSeat(seat) }
  if (submission.erasedAt) return { ...about, answers: {}, without: 'erased' }
  if (state === 'archived') return { ...about, answers: {}, without: 'archived' }
  if (!version.definition) return { ...about, answers: {}, without: 'form' }
  try {
    const answers = await readAnswers(cipherOn(scene, it, key), submission)
    return { ...about, answers: answers as FiledAnswers, without: null }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ...about, answers: {}, without: 'unreadable' }
  }
}
