import type { Context } from 'hono'
import { type Stripped, stripped } from '../files/stripped.ts'
import type { Unfitness } from '../files/unfit.ts'
import { plainText } from '../typed/line.ts'
import { bodyOf, type FormBody, readForm } from './form-body.ts'

/** What became of a file that came with a form: it is without metadata, beside what came, or why it is not taken. */
export type SentFile =
  | (Extract<Stripped, { ok: true }> & { original: Bytes })
  | { ok: false; why: Unfitness | 'too_large' }

type Bytes = Uint8Array<ArrayBuffer>

export interface SentForm {
  form: FormBody
  file: SentFile | null
  /** The name of the control that the file came by. */
  fileFrom?: string
}

export const isWithFile = (c: Context) =>
  c.req.header('content-type')?.startsWith('multipart/form-data') === true

/**
 * Reads a posted form that may carry one file (RFC 7578), of which nothing counts but its bytes: neither its name nor
 * what kind somebody says it is. Null when it cannot be read.
 */
export async function readSentForm(c: Context, largestFile: number): Promise<SentForm | null> {
  if (!isWithFile(c)) {
    const form = await readForm(c)
    return form && { form, file: null }
  }
  const parts = await partsOf(c)
  if (!parts) return null
  const form = textsIn(parts)
  for (const [fileFrom, value] of parts)
    if (typeof value !== 'string' && value.size > 0)
      return { form, file: await taken(value, largestFile), fileFrom }
  return { form, file: null }
}

/** A posted form with the bytes of the file that came along; null when it cannot be read. */
export async function readFormWithBytes(c: Context): Promise<{ form: FormBody; bytes: Bytes | null } | null> {
  if (!isWithFile(c)) {
    const form = await readForm(c)
    return form && { form, bytes: null }
  }
  const parts = await partsOf(c)
  if (!parts) return null
  const file = parts.map(([, value]) => value).find((value) => typeof value !== 'string' && value.size > 0)
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : null
  return { form: textsIn(parts), bytes }
}

type Parts = [name: string, value: string | Blob][]

/** Null of what is no form, whatever it is said to be. */
export async function partsOf(c: Context): Promise<Parts | null> {
  try {
    return [...(await c.req.formData())]
  } catch {
    return null
  }
}

export function textsIn(parts: Parts): FormBody {
  return bodyOf(
    parts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, plainText(value)] as const] : [])),
  )
}

async function taken(file: Blob, largestFile: number): Promise<SentFile> {
  if (file.size > largestFile) return { ok: false, why: 'too_large' }
  const original = new Uint8Array(await file.arrayBuffer())
  const result = stripped(original)
  return result.ok ? { ...result, original } : result
}
