import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { randomId } from '../../db/id.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { files } from '../../db/tables/files.ts'
import type { CaseCipher } from '../../encryption/case-cipher.ts'
import { sealFile, unsealFile } from '../../encryption/file-sealing.ts'
import { Unreadable } from '../../encryption/unreadable.ts'
import type { Subject } from '../../engine/process.ts'
import type { FileKind } from '../../files/kind-of-file.ts'
import type { Scene } from '../../orgs/scene.ts'
import type { Files } from '../../platform/types.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A file that lies encrypted among the files, and belongs to nobody until a row with its key says so. */
export interface KeptFile {
  id: string
  kind: FileKind
  size: number
  key: string
  /** The same of the same file, however often it is sent; tells it from others. */
  mark: string
  /** The same as it came, where a form asks for it as evidence. */
  original?: SealedFile | undefined
}

/** Where a file lies, and what opens it. */
export interface SealedFile {
  id: string
  key: string
}

/** How the names of all files of cases begin, beside what else lies among the files. */
export const filesOfCases = 'cases/files/'

/**
 * Encrypts a file without metadata under a key of its own, and puts it among the files. Where no row follows, because
 * the connection broke or it was a second tap, it is removed after a day.
 */
export async function keepFile(
  platform: Files,
  { kind, bytes }: { kind: FileKind; bytes: Bytes },
): Promise<KeptFile> {
  const [sealed, mark] = await Promise.all([putAway(platform, bytes), markOf(bytes)])
  return { ...sealed, kind, size: bytes.length, mark }
}

/** The same with the file as it came, apart and under another key. */
export async function keepWithOriginal(
  platform: Files,
  file: { kind: FileKind; bytes: Bytes; original: Bytes },
): Promise<KeptFile> {
  const kept = await keepFile(platform, file)
  return { ...kept, original: await putAway(platform, file.original) }
}

async function putAway(platform: Files, bytes: Bytes): Promise<SealedFile> {
  const id = randomId()
  const { sealed, key } = await sealFile(bytes, id)
  await platform.create(filesOfCases + id, sealed)
  return { id, key }
}

/** Its length and its last bytes: no two photos or sounds end alike, and all of a large one takes long to digest. */
export async function markOf(bytes: Bytes): Promise<string> {
  const end = await crypto.subtle.digest('SHA-256', bytes.subarray(-64 * 1024))
  return `${bytes.length} ${new Uint8Array(end).toString()}`
}

/** Statements: files belong to a case from its beginning, for they came with its form. */
export async function filesOfForm(
  { db, now: at }: Pick<Scene, 'db' | 'now'>,
  { caseId, cipher }: { caseId: string; cipher: CaseCipher },
  all: readonly Omit<KeptFile, 'mark'>[],
): Promise<Statement[]> {
  const rowOf = async ({ id, key }: SealedFile, kind: FileKind, size: number, originalOf?: string) => {
    const row = { id, caseId, kind, size, at, originalOf }
    return { ...row, key: await cipher.encrypt(files.key, id, key) }
  }
  const rows = all.flatMap(({ original, ...file }) => [
    rowOf(file, file.kind, file.size),
    ...(original ? [rowOf(original, file.kind, file.size, file.id)] : []),
  ])
  return inParts(await Promise.all(rows)).map((part) => db.insert(files).values(part))
}

/** As many rows as one statement takes: seven columns each, and D1 takes a hundred parameters. */
function inParts<Row>(rows: Row[], most = 14): Row[][] {
  return rows.length === 0 ? [] : [rows.slice(0, most), ...inParts(rows.slice(most), most)]
}

/** Statements: a file belongs to a message, where that was written; its key is a word of the case. */
export async function fileOfMessage(
  { db, now }: Pick<Scene, 'db' | 'now'>,
  { case: { id: caseId }, cipher }: Pick<Subject, 'case' | 'cipher'>,
  { id, kind, size, key }: KeptFile,
): Promise<Statement[]> {
  const row = { id, caseId, kind, size, at: now, key: await cipher.encrypt(files.key, id, key) }
  return [insertSelect(db, files, row, sql`where exists (select 1 from messages where id = ${id})`)]
}

/**
 * The bytes of a file of this case, as everybody sees it who sees the case, or as it came; null where there is none. Throws
 * `Unreadable` where it was changed.
 */
export async function readFile(
  { db }: Pick<Scene, 'db'>,
  platform: Pick<Files, 'read'>,
  subject: { case: { id: string }; cipher: CaseCipher },
  id: string,
  how: 'stripped' | 'original' = 'stripped',
): Promise<{ kind: FileKind; bytes: Bytes } | null> {
  const { originalOf } = files
  const named = how === 'original' ? eq(originalOf, id) : and(eq(files.id, id), isNull(originalOf))
  const [row] = await db
    .select()
    .from(files)
    .where(and(named, eq(files.caseId, subject.case.id)))
  if (!row) return null
  const key = await subject.cipher.decrypt(files.key, row.id, row.key)
  const bytes = await openFile(platform, { id: row.id, key })
  if (bytes === 'changed') throw new Unreadable(subject.case.id, 'changed')
  return bytes && { kind: row.kind, bytes }
}

/** The bytes of a file by its key; null where none lies there. */
export async function openFile(
  platform: Pick<Files, 'read'>,
  { id, key }: SealedFile,
): Promise<Bytes | 'changed' | null> {
  const sealed = await platform.read(filesOfCases + id)
  return sealed && ((await unsealFile(sealed, id, key)) ?? 'changed')
}
