import { closedUp } from './half-width.ts'

/** A number as people write it, perhaps with what it counts; null where a text is none. Two decimals are the most. */
export function numberIn(text: string, units: readonly string[] = []): number | null {
  const typed = closedUp(text).replaceAll(',', '')
  const unit = units.map((it) => closedUp(it)).find((it) => it !== '' && typed.endsWith(it))
  const digits = unit ? typed.slice(0, -unit.length) : typed
  return /^-?\d{1,12}(\.\d{1,2})?$/.test(digits) ? Number(digits) : null
}

/** How many of something; null where a text is no whole number, or below nothing. */
export function countIn(text: string, units: readonly string[] = []): number | null {
  const number = numberIn(text, units)
  return number !== null && Number.isInteger(number) && number >= 0 ? number : null
}

/** The number of a case, also as pages write it; null where a text is none. */
export function caseNumberIn(text: string): number | null {
  return countIn(closedUp(text).replace(/^(?:第|#|no\.?)/i, ''), ['号'])
}
