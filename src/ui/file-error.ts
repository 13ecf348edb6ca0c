import type { SentFile } from './sent-form.ts'
import type { View } from './view.ts'

/** Why a file was not taken, and what to do instead. */
export function fileError({ m, fileMegabytes }: View, why: Extract<SentFile, { ok: false }>['why']): string {
  const words = m.common.files.wrong
  return why === 'too_large' ? words.too_large(fileMegabytes) : words[why]
}
