import type { Bilingual, Locale } from '../../db/vocabulary.ts'
import { headIn, languageIn } from './heads-in.ts'
import type { Lost, SheetName, SheetRow, Sheets } from './sheets.ts'

/** A sheet as it stands in the file, from its heads on. */
export type RawSheet = { row: number; values: string[] }[]

/** The rows of a sheet by what their columns mean, with the columns that mean nothing here. */
export function rowsIn(sheet: SheetName, raw: RawSheet): { rows: SheetRow[]; lost: Lost[] } {
  const [top, ...others] = raw
  const heads = (top?.values ?? []).map((head) => headIn(sheet, head))
  const lost = new Map<string, Lost>()
  const rows = others.flatMap(({ row, values }) => {
    const cells: Record<string, string> = {}
    for (const [at, head] of heads.entries()) {
      const text = (values[at] ?? '').trim()
      if (!text || !head.written.trim()) continue
      const { name, language, written } = head
      const key = language ? `${name}:${language}` : name
      const what = language === 'other' ? 'language' : name === '' ? 'column' : null
      if (what) lost.set(written, lost.get(written) ?? { what, of: written, at: { sheet, row } })
      else if (key in cells)
        lost.set(written, lost.get(written) ?? { what: 'column', of: written, at: { sheet, row } })
      else cells[key] = text
    }
    return Object.keys(cells).length > 0 ? [{ row, cells }] : []
  })
  return { rows, lost: [...lost.values()] }
}

/** In which language the texts are written of which that is not said. */
export function usualLanguage({ survey, choices, settings }: Sheets): Locale {
  const said = settings[0]?.cells.default_language
  const language = said ? languageIn(said) : 'other'
  if (language !== 'other') return language
  const words = [...survey, ...choices].map(({ cells }) => cells['label:unsaid'] ?? '').join('')
  return /\p{sc=Han}/u.test(words) ? 'zh' : 'en'
}

/** A text of a row in both languages; Chinese that is missing is said in English, so that one sees what is meant. */
export function textIn({ cells }: SheetRow, head: string, usual: Locale): Bilingual {
  const of = (locale: Locale) =>
    cells[`${head}:${locale}`] ?? (locale === usual ? cells[`${head}:unsaid`] : undefined) ?? ''
  const [zh, en] = [of('zh'), of('en')]
  return { zh: zh || en, en }
}

/** Whether a row says anything in Chinese. */
export function isInChinese({ cells }: SheetRow, usual: Locale): boolean {
  return Boolean(cells['label:zh'] ?? (usual === 'zh' ? cells['label:unsaid'] : undefined))
}
