import { eq, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { inBatch } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { randomId } from '../../db/id.ts'
import { listed } from '../../db/listed.ts'
import { caseEvents, cases } from '../../db/tables/cases.ts'
import { caseKeys } from '../../db/tables/keys.ts'
import { type CaseCipher, cipherOf, isEncryptedSql } from '../../encryption/case-cipher.ts'
import { Unreadable } from '../../encryption/unreadable.ts'
import { setCausesApart } from '../../engine/dropping-words.ts'
import type { Scene } from '../../orgs/scene.ts'
import { tellUnreadable } from '../telling-unreadable.ts'
import { encryptedColumns, type Place } from './encrypted-columns.ts'
import { inPieces, keyOf } from './in-pieces.ts'
import { isSettled, lastProgress, progressFor, saved } from './progress.ts'

/** As many cases as one run encrypts within the time of the free plan. */
const slice = 20

/** What is named anew with what is encrypted; of a row that is named by its number, the name. */
interface OldPlace extends Place {
  named?: Record<string, SQL>
}

const { answers, details, messages, replies, drafts, reasons } = encryptedColumns
const places: OldPlace[] = [
  answers,
  details,
  // A key that is made of the words alone can be found by trying.
  { ...messages, named: { idempotencyKey: sql`messages.id` } },
  replies,
  drafts,
  { ...reasons, named: { id: sql`again.value ->> 'id'`, reasonDigest: sql`again.value ->> 'digest'` } },
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
async function encryptedAt({ db }: Scene, place: OldPlace, ciphers: ReadonlyMap<string, CaseCipher>) {
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

function written(db: Scene['db'], { column, caseId, row, named }: OldPlace, rows: string): Statement {
  const table = column.table as SQLiteTable
  return db
    .update(table)
    .set({ [keyOf(column)]: sql`again.value ->> 'encrypted'`, ...named })
    .from(sql`json_each(${rows}) as again`)
    .where(
      sql`${caseId} = again.value ->> 'caseId' and ${row} = again.value ->> 'row'
        and not ${isEncryptedSql(column)}`,
    )
}
