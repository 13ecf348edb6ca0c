import type { SentFile } from './sent-form.ts'
import type { View } from './view.ts'

/** Why a file was not taken, and what to do instead. */
export function fileError(view: View, why: Extract<SentFile, { ok: false }>['why']): string {
  const words = view.m.common.files.wrong
  return why === 'too_large' ? words.too_large(view.fileMegabytes) : words[why]
}

/** The same of one that is to be chosen again, since its form comes back and no page can carry a file. */
export function lostFile(view: View, file: SentFile | null): string | null {
  return file?.ok ? view.m.common.files.wrong.again : null
}
