import type { Locale } from '../db/vocabulary.ts'

/** The languages to choose from, each by its own name. */
export const languageOptions: { value: Locale; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
]
