import type { Bilingual, Locale } from '../../db/vocabulary.ts'
import type { Json } from '../json.ts'
import type { ListIn } from './lists-in.ts'
import { NamesIn } from './names-in.ts'
import { PagesIn } from './pages-in.ts'
import { type Lost, type LostIn, notesOfForm, type SheetRow } from './sheets.ts'
import { ValuesIn } from './values-in.ts'

/** A form that comes in, while it is made. */
export interface Coming {
  usual: Locale
  lists: Map<string, ListIn>
  names: NamesIn
  /** What each row of the survey is called here, if it has a name. */
  called: Map<number, string>
  pages: PagesIn
  values: ValuesIn
  lost: Lost[]
  /** What is said before anything is asked. */
  said: Json
}

export function beginning(usual: Locale, lists: Map<string, ListIn>, lost: Lost[]): Coming {
  const names = new NamesIn('q_')
  const pages = new PagesIn(names)
  return { usual, lists, names, called: new Map(), pages, values: new ValuesIn(), lost, said: {} }
}

export function tell({ lost }: Coming, what: LostIn, of: string | Bilingual, row?: SheetRow): void {
  lost.push({ what, of, ...(row ? { at: { sheet: 'survey', row: row.row } } : {}) })
}

/** Each name of the file has its own here before anything looks at it; of two that are the same the first is looked at. */
export function nameAll(coming: Coming, survey: SheetRow[]): void {
  const met = new Set<string>()
  for (const row of survey) {
    const { type = '', name = '' } = row.cells
    if (name === '' || /^end/i.test(type) || name in notesOfForm) continue
    const called = met.has(name) ? coming.names.free(name) : coming.names.of(name)
    met.add(name)
    coming.called.set(row.row, called)
    if (called !== name) tell(coming, 'renamed', `${name} → ${called}`, row)
  }
}

/** What a row is called; one without a name gets one. */
export function calledOf({ called, names }: Coming, { row }: SheetRow, otherwise: string): string {
  return called.get(row) ?? names.free(otherwise)
}
