import { getMultipartBoundary, type MultipartPart, parseMultipart } from '@remix-run/multipart-parser'
import type { Context } from 'hono'
import type { Bytes } from '../files/reading-bytes.ts'
import { plainText } from '../typed/line.ts'
import { bodyOf, type FormBody, readForm } from './form-body.ts'

/** A posted form, and the file that came along with the control by which it came. */
export interface FormWithBytes {
  form: FormBody
  file: { from: string; bytes: Bytes } | null
}

export const isWithFile = (c: Context) => typeOf(c).startsWith('multipart/form-data')

/**
 * Reads a posted form that may carry one file (RFC 7578). Its bytes are a view of what came: the platform's own reader
 * copies them twice, which takes longer than all that is done to a photo. Null when it cannot be read.
 */
export async function readFormWithBytes(c: Context): Promise<FormWithBytes | null> {
  if (!isWithFile(c)) {
    const form = await readForm(c)
    return form && { form, file: null }
  }
  const body = new Uint8Array(await c.req.arrayBuffer())
  try {
    const parts = partsOf(body, getMultipartBoundary(typeOf(c)) ?? '')
    const [first] = parts.filter((part) => part.isFile && part.size > 0)
    return {
      form: bodyOf(parts.flatMap((part) => (part.isFile ? [] : [[nameOf(part), plainText(part.text)]]))),
      file: first ? { from: nameOf(first), bytes: bytesOf(first) } : null,
    }
  } catch {
    return null
  }
}

const typeOf = (c: Context) => c.req.header('content-type') ?? ''

/** How much comes in at all is limited before. */
function partsOf(body: Bytes, boundary: string): MultipartPart[] {
  const most = body.length
  return [...parseMultipart(body, { boundary, maxFileSize: most, maxTotalSize: most })]
}

const nameOf = (part: MultipartPart) => part.name ?? ''

/** Of a body in one piece each part is in one as well. */
const bytesOf = ({ content: [bytes = new Uint8Array()] }: MultipartPart) => bytes as Bytes
