import { oneLine } from './line.ts'

/** Dots of many keyboards, as they are typed between the parts of a name. */
const dots = /\s*[·•・･‧∙⋅．]+\s*/g
/** What is typed where a keyboard has no such dot. */
const stops = /(?<=\p{sc=Han})\s*[.。]+\s*(?=\p{sc=Han})/gu
/** Two characters are set apart in tables; a name of characters has no gaps. */
const gaps = /(?<=\p{sc=Han}) (?=\p{sc=Han})/gu

/** The name of a person as it is written, its parts joined by `·`; null where a text has no letter and no character. */
export function personName(text: string): string | null {
  const name = oneLine(text).replace(dots, '·').replace(stops, '·').replace(gaps, '')
  return /\p{L}/u.test(name) ? name : null
}
