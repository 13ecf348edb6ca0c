import type { Bilingual } from '../../../db/vocabulary.ts'
import type { View } from '../../../ui/view.ts'

/** A text as its reader sees it; in Chinese where there is no English yet, and else as something that tells it. */
export function inWords({ locale }: View, text: Bilingual, otherwise = ''): string {
  return text[locale] || text.zh || otherwise
}

/** A line as it is written: the words in Chinese, and after a bar those in English. */
export function pairOfLine(line: string): Bilingual {
  const [zh = '', en = ''] = line.split(/[|｜]/).map((words) => words.trim())
  return { zh, en }
}
