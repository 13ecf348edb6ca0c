import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Statement } from '../../db/client.ts'
import type { Encrypted } from '../../db/columns.ts'
import { randomId } from '../../db/id.ts'
import { type CaseCipher, fallsWhere, keyIdSql } from '../../encryption/case-cipher.ts'
import type { Subject } from '../../engine/process.ts'
import type { Scene } from '../../orgs/scene.ts'
import { encryptedColumns, type Place } from './encrypted-columns.ts'
import { inPieces, keyOf } from './in-pieces.ts'

const places: readonly Place[] = Object.values(encryptedColumns)

/**
 * A new key for a case of which words are deleted: once the month of the one before is over, they open from no backup any
 * more. All that stays is encrypted anew, but for the columns of `gone`, whose words the caller deletes or writes
 * himself. The statements come after his in one batch, which falls where anybody wrote meanwhile with the key before.
 */
export async function encryptAnew(
  { db }: Pick<Scene, 'db'>,
  { case: { id }, cipher: before }: Pick<Subject, 'case' | 'cipher'>,
  gone: readonly SQLiteColumn[],
): Promise<{ cipher: CaseCipher; statements: Statement[] }> {
  const cipher = before.renewed()
  const keyId = await cipher.keyId()
  const staying = places.filter(({ column }) => !gone.includes(column))
  const found = await wordsAt(db, staying, id)
  const written = await Promise.all(
    staying.map(async (place, at) => {
      const words = found.filter((word) => word.at === at)
      const rows = await Promise.all(words.map((word) => anewOf(place, word, before, cipher)))
      return inPieces(rows).map((piece) => writing(db, place, id, piece))
    }),
  )
  return { cipher, statements: [...written.flat(), fallsWhere(db, id, isLeftBehind(id, keyId))] }
}

interface Word {
  /** Which of the places. */
  at: number
  row: string | number
  /** Null of an event that is older than encryption. */
  name: string | null
  before: Encrypted
}

/** So many queries D1 joins to one. */
const mostJoined = 5

async function wordsAt(db: Scene['db'], staying: readonly Place[], id: string): Promise<Word[]> {
  const queries = staying.map(
    ({ column, caseId, row, name }, at) =>
      sql`select ${sql.raw(String(at))} as at, ${row} as "row", ${name} as name, ${column} as "before"
        from ${column.table} where ${caseId} = ${id} and ${column} is not null`,
  )
  const joined = Array.from({ length: Math.ceil(queries.length / mostJoined) }, (_, part) =>
    sql.join(queries.slice(part * mostJoined, (part + 1) * mostJoined), sql` union all `),
  )
  return (await Promise.all(joined.map((query) => db.all<Word>(query)))).flat()
}

async function anewOf({ column }: Place, word: Word, before: CaseCipher, cipher: CaseCipher) {
  const text = await before.decrypt(column, word.name ?? '', word.before)
  const name = word.name ?? randomId()
  const [encrypted, digest] = await Promise.all([cipher.encrypt(column, name, text), cipher.digest(text)])
  return { ...word, name, encrypted, digest }
}

/** Only what still is what was read: else it was deleted, or somebody wrote it anew. */
function writing(db: Scene['db'], { column, caseId, row }: Place, id: string, rows: string): Statement {
  const table = column.table as SQLiteTable
  return db
    .update(table)
    .set({ [keyOf(column)]: sql`again.value ->> 'encrypted'`, ...namedAnew.get(column) })
    .from(sql`json_each(${rows}) as again`)
    .where(sql`${caseId} = ${id} and ${row} = again.value ->> 'row' and ${column} = again.value ->> 'before'`)
}

const { messages, reasons } = encryptedColumns

/** By the digest of its words a second tap is known. */
const namedAnew = new Map<SQLiteColumn, Record<string, SQL>>([
  [
    messages.column,
    {
      idempotencyKey: sql`case when instr(messages.idempotency_key, ':') > 0
        then substr(messages.idempotency_key, 1, length(messages.idempotency_key) - 16) || (again.value ->> 'digest')
        else messages.idempotency_key end`,
    },
  ],
  [reasons.column, { id: sql`again.value ->> 'name'`, reasonDigest: sql`again.value ->> 'digest'` }],
])

/** SQL: a word of the case lies there under another key. */
function isLeftBehind(id: string, keyId: string): SQL {
  const left = places.map(
    ({ column, caseId }) => sql`exists (select 1 from ${column.table}
      where ${caseId} = ${id} and ${column} is not null and ${keyIdSql(column)} <> ${keyId})`,
  )
  return sql.join(left, sql` or `)
}
