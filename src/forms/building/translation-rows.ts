import { oneLine } from '../../typed/line.ts'
import type { FormText } from './translating.ts'

/** A row of a table of translations, as somebody sent it. */
export interface TranslationRow {
  id: string
  zh: string
  en: string
  /** That its translator says of it that it is right. */
  isDone: boolean
}

/** What a table of translations would change of a form; nothing of it is changed yet. */
export interface Incoming {
  /** Other English than before. */
  changed: { text: FormText; en: string }[]
  /** English that is said to be right as it stands, though the Chinese has changed since it was written. */
  confirmed: FormText[]
  /** Other English, made from Chinese that is not what stands there now. */
  outdated: { text: FormText; row: TranslationRow }[]
  /** What leads to no text of the form. */
  unknown: TranslationRow[]
  /** What says otherwise of a text than an earlier row did. */
  repeated: TranslationRow[]
}

/** Looks through a table of translations. A row without English says nothing. */
export function incomingFrom(texts: readonly FormText[], rows: readonly TranslationRow[]): Incoming {
  const known = new Map(texts.map((text) => [text.way, text]))
  const first = new Map<string, string>()
  const into: Incoming = { changed: [], confirmed: [], outdated: [], unknown: [], repeated: [] }
  for (const row of rows) {
    const [text, before, en] = [known.get(row.id), first.get(row.id), oneLine(row.en)]
    if (!text) into.unknown.push(row)
    else if (en !== '' && before !== undefined) {
      if (before !== en) into.repeated.push(row)
    } else if (en !== '') {
      first.set(row.id, en)
      place(into, text, { ...row, en })
    }
  }
  return into
}

function place(into: Incoming, text: FormText, row: TranslationRow): void {
  const isSame = row.en === oneLine(text.en)
  const isOfNow = oneLine(row.zh) === oneLine(text.zh)
  if (!isSame && isOfNow) into.changed.push({ text, en: row.en })
  else if (!isSame) into.outdated.push({ text, row })
  else if (isOfNow && row.isDone && text.state === 'stale') into.confirmed.push(text)
}
