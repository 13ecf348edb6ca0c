import type { Context } from 'hono'
import type { FormBody } from './form-body.ts'
import { readFormWithBytes } from './form-with-bytes.ts'

/** What became of a text that came as a file, or was pasted: itself, or why it is not taken. */
export type SentText =
  | { ok: true; form: FormBody; text: string }
  | { ok: false; form: FormBody; why: 'missing' | 'too_large' | 'no_text' }

/**
 * Reads a posted form that carries a text of at most so many bytes: as a file, which counts where there is one, or pasted
 * into a field. Null when it cannot be read.
 */
export async function readSentText(
  c: Context,
  { field, most }: { field: string; most: number },
): Promise<SentText | null> {
  const sent = await readFormWithBytes(c)
  if (!sent) return null
  const { form, file } = sent
  if (file) {
    if (file.bytes.length > most) return { ok: false, form, why: 'too_large' }
    const text = decoded(file.bytes)
    return text === null ? { ok: false, form, why: 'no_text' } : { ok: true, form, text }
  }
  const text = form.get(field)
  if (text === '') return { ok: false, form, why: 'missing' }
  if (new TextEncoder().encode(text).byteLength > most) return { ok: false, form, why: 'too_large' }
  return { ok: true, form, text }
}

/** As UTF-8; else as spreadsheets in Chinese save a text where nobody tells them otherwise. Null where it is no text. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
      return /\p{Cc}/u.test(text.replace(/[\t\r\n]/g, '')) ? null : text
    } catch {
      // In no such encoding; perhaps in the next one.
    }
  return null
}
