import type { Context } from 'hono'
import type { Bytes } from '../files/reading-bytes.ts'
import { type Stripped, stripped } from '../files/stripped.ts'
import type { Unfitness } from '../files/unfit.ts'
import type { FormBody } from './form-body.ts'
import { readFormWithBytes } from './form-with-bytes.ts'

/** What became of a file that came with a form: it is without metadata, beside what came, or why it is not taken. */
export type SentFile =
  | (Extract<Stripped, { ok: true }> & { original: Bytes })
  | { ok: false; why: Unfitness | 'too_large' }

export interface SentForm {
  form: FormBody
  file: SentFile | null
  /** The name of the control that the file came by. */
  fileFrom?: string
}

/**
 * Reads a posted form that may carry one file, of which nothing counts but its bytes: neither its name nor what kind
 * somebody says it is. Null when it cannot be read.
 */
export async function readSentForm(c: Context, largestFile: number): Promise<SentForm | null> {
  const sent = await readFormWithBytes(c)
  if (!sent?.file) return sent && { form: sent.form, file: null }
  const { form, file } = sent
  return { form, file: taken(file.bytes, largestFile), fileFrom: file.from }
}

function taken(original: Bytes, largestFile: number): SentFile {
  if (original.length > largestFile) return { ok: false, why: 'too_large' }
  const result = stripped(original)
  return result.ok ? { ...result, original } : result
}
