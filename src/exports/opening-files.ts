import { Unreadable } from '../encryption/unreadable.ts'
import { logFailure } from '../log.ts'
import { auditEntry } from '../orgs/auditing.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Staff } from '../orgs/staff.ts'
import type { Files } from '../platform/types.ts'
import type { AnswerFile } from './asking-for-files.ts'
import { slicesIn } from './file-slices.ts'
import type { Summary } from './summing-answers.ts'
import { workbook } from './xlsx/workbook.ts'

interface Opening {
  form: { slug: string }
  file: AnswerFile
  /** What the sheet of a workbook is called. */
  sheet: string
}

/**
 * A finished file, a slice at a time; the log says who took it before he has any of it. Null where its first slice cannot
 * be had: nothing has been sent then, and it can be told.
 */
export async function openFile(
  scene: Scene,
  files: Files,
  by: Staff,
  { form, file, sheet }: Opening,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const slices = slicesIn(scene, files, file)
  const first = await firstOf(slices)
  if (!first) return null
  const { db, now } = scene
  await auditEntry({ db, now, by }, 'answers_taken', `${form.slug} 1 – ${file.total}`)
  const all = after(first, slices)
  return file.kind === 'xlsx'
    ? workbook(sheet, file.at, all, () => ({ crc: file.crc, size: file.size }))
    : all
}

/** What a summary in the making came to; null where it cannot be had. */
export async function openSummary(
  scene: Scene,
  files: Files,
  file: Pick<AnswerFile, 'id' | 'parts' | 'keyId' | 'wrappedBy' | 'wrapped'>,
): Promise<Summary | null> {
  const bytes = await firstOf(slicesIn(scene, files, file))
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}

async function firstOf(slices: ReturnType<typeof slicesIn>) {
  try {
    const { value } = await slices.next()
    return value ?? null
  } catch (error) {
    logFailure('A file of answers could not be opened', error instanceof Unreadable ? undefined : error)
    return null
  }
}

async function* after(first: Uint8Array<ArrayBuffer>, others: ReturnType<typeof slicesIn>) {
  yield first
  yield* others
}
