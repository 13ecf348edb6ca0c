import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { inBatch } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { randomId } from '../../db/id.ts'
import { listed } from '../../db/listed.ts'
import { caseEvents, cases, messages } from '../../db/tables/cases.ts'
import { replies } from '../../db/tables/grievances.ts'
import { drafts } from '../../db/tables/keeping.ts'
import { caseKeys } from '../../db/tables/keys.ts'
import { identities, submissions } from '../../db/tables/submissions.ts'
import { type CaseCipher, cipherOf, isEncryptedSql } from '../../encryption/case-cipher.ts'
import { Unreadable } from '../../encryption/unreadable.ts'
import { setCausesApart } from '../../engine/dropping-words.ts'
import type { Scene } from '../../orgs/scene.ts'
import { tellUnreadable } from '../telling-unreadable.ts'
import { isSettled, lastProgress, progressFor, saved } from './progress.ts'

/** As many cases as one run encrypts within the time of the free plan. */
const slice = 20
/** As much of JSON as one parameter takes with room; D1 takes 2 MB. */
const mostAtOnce = 1_000_000

/** Where words of people lie: the column, the case, and what names the row in what is encrypted of it. */
interface Place {
  column: SQLiteColumn
  caseId: SQLiteColumn
  row: SQLiteColumn
  /** What is named anew with it; of a row that is named by its number, the name. */
  named?: Record<string, SQL>
}

const places: Place[] = [
  { column: submissions.answers, caseId: submissions.id, row: submissions.id },
  { column: identities.details, caseId: identities.caseId, row: identities.caseId },
  // A key that is made of the words alone can be found by trying.
  {
    column: messages.body,
    caseId: messages.caseId,
    row: messages.id,
    named: { idempotencyKey: sql`messages.id` },
  },
  { column: replies.body, caseId: replies.caseId, row: replies.id },
  { column: drafts.words, caseId: drafts.caseId, row: drafts.staffId },
  {
    column: caseEvents.reason,
    caseId: caseEvents.caseId,
    row: caseEvents.seq,
    named: { id: sql`again.value ->> 'id'`, reasonDigest: sql`again.value ->> 'digest'` },
  },
]

/**
 * Encrypts what is older than encryption, a slice of cases a run. Half an hour after the last one, if nothing lies
 * there any more as it was written, such words are refused. What somebody changes meanwhile he encrypts himself; a
 * case whose key does not open rings, and keeps words from being refused. Answers whether another run is needed at
 * once.
 */
export async function encryptOld(scene: Scene): Promise<{ more: boolean }> {
  const { db, keys, now } = scene
  const progress = progressFor('encrypting', 'all', await lastProgress(db, 'encrypting'))
  if (progress.done) return { more: false }
  if (isSettled(progress, scene)) {
    const isLeft = await isAnythingPlain(scene)
    if (!isLeft) await keys.refusePlain()
    await inBatch(db, [saved(db, { ...progress, upTo: '', reachedAt: null, done: !isLeft })])
    return { more: isLeft }
  }
  if (progress.reachedAt) return { more: false }
  const next = await db
    .select({ id: cases.id, key: caseKeys })
    .from(cases)
    .leftJoin(caseKeys, eq(caseKeys.caseId, cases.id))
    .where(sql`${cases.id} > ${progress.upTo}`)
    .orderBy(cases.id)
    .limit(slice)
  const ids = next.map(({ id }) => id)
  await setCausesApart(db, sql`case_id in ${listed(ids)}`)
  const ciphers = new Map(next.map(({ id, key }) => [id, cipherOf(keys, { id }, key, now)]))
  const found = await Promise.all(places.map((place) => encryptedAt(scene, place, ciphers)))
  const last = ids.at(-1)
  await inBatch(db, [
    ...[...ciphers.values()].flatMap((cipher) => cipher.newKey(db)),
    ...found.flatMap(({ statements }) => statements),
    saved(db, { ...progress, upTo: last ?? progress.upTo, reachedAt: last ? null : now }),
  ])
  const unreadable = [...new Set(found.flatMap((it) => it.unreadable))]
  if (unreadable.length > 0) await tellUnreadable(scene, unreadable)
  return { more: last !== undefined }
}

/** SQL: it lies there as it was written, and there is something; what was emptied is no word. */
const isPlain = ({ column, caseId }: Place) => sql`not ${isEncryptedSql(column)} and not (
  ${column} in ('', '{}') and exists (
    select 1 from cases c where c.id = ${caseId} and (c.state = 'archived' or c.parent_id is not null)))`

async function isAnythingPlain({ db }: Scene): Promise<boolean> {
  const found = await Promise.all(
    places.map((place) => db.select({ it: sql`1` }).from(place.column.table).where(isPlain(place)).limit(1)),
  )
  return found.some((rows) => rows.length > 0)
}

interface Row {
  caseId: string
  row: string | number
  id: string
  digest: string | null
  encrypted: unknown
}

/** Statements: what lies at a place as it was written is encrypted, if nobody did meanwhile; and what does not open. */
async function encryptedAt({ db }: Scene, place: Place, ciphers: ReadonlyMap<string, CaseCipher>) {
  const { column, caseId, row } = place
  const found = await db.all<{ caseId: string; row: string | number; text: string }>(
    sql`select ${caseId} as "caseId", ${row} as row, ${column} as text from ${column.table}
      where ${caseId} in ${listed([...ciphers.keys()])} and ${isPlain(place)}`,
  )
  const tried = await Promise.all(
    found.map(async (it): Promise<Row | null> => {
      const cipher = ciphers.get(it.caseId)
      const isEvent = column === caseEvents.reason
      const id = isEvent ? randomId() : `${it.row}`
      try {
        const encrypted = await cipher?.encrypt(column, id, it.text)
        const digest = isEvent ? await cipher?.digest(it.text) : null
        return { caseId: it.caseId, row: it.row, id, digest: digest ?? null, encrypted }
      } catch (error) {
        if (error instanceof Unreadable) return null
        throw error
      }
    }),
  )
  return {
    statements: inPieces(tried.filter((it) => it !== null)).map((rows) => written(db, place, rows)),
    unreadable: found.filter((_, at) => tried[at] === null).map((it) => it.caseId),
  }
}

function written(db: Scene['db'], { column, caseId, row, named }: Place, rows: string): Statement {
  const table = column.table as SQLiteTable
  const key = Object.entries(getTableColumns(table)).find(([, it]) => it === column)?.[0] ?? ''
  return db
    .update(table)
    .set({ [key]: sql`again.value ->> 'encrypted'`, ...named })
    .from(sql`json_each(${rows}) as again`)
    .where(
      sql`${caseId} = again.value ->> 'caseId' and ${row} = again.value ->> 'row'
        and not ${isEncryptedSql(column)}`,
    )
}

/** As JSON, each as long as a parameter may be. */
function inPieces(rows: Row[]): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const row of rows.map((it) => JSON.stringify(it))) {
    if (piece && piece.length + row.length > mostAtOnce) {
      pieces.push(`[${piece}]`)
      piece = ''
    }
    piece += (piece && ',') + row
  }
  return piece ? [...pieces, `[${piece}]`] : pieces
}
