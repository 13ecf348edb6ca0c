import type { Bilingual, Locale } from './vocabulary.ts'

/** Says of a Chinese name that stands where an English one would that it is none; kept with it, wherever it is shown. */
const mark = ' (Chinese name)'

/** A name as it is kept: where no English one was given, the Chinese one stands for it, and says so. */
export function withEnglish({ zh, en }: Bilingual): Bilingual {
  return { zh, en: en === '' ? zh + mark : en }
}

/** The English name that was given; empty where the Chinese one stands for it. */
export function englishOf({ zh = '', en = '' }: Partial<Bilingual>): string {
  return en === zh + mark ? '' : en
}

/** A name without the mark, for what a reader of either language reads later. */
export function plainName(name: Bilingual, locale: Locale): string {
  return locale === 'zh' ? name.zh : englishOf(name) || name.zh
}
