import { oneLine } from './line.ts'

/**
 * A number, a code or an address in one line, as any keyboard types it: Chinese ones have wide digits, signs and
 * stops, and what is copied from a page may have hyphens of many lengths.
 */
export function halfWidth(text: string): string {
  return oneLine(text.normalize('NFKC'))
    .replace(/\u200c|\u200d|\p{Variation_Selector}/gu, '')
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/。/g, '.')
}

/** The same without gaps. */
export function closedUp(text: string): string {
  return halfWidth(text).replace(/ /g, '')
}
