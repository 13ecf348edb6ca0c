import { closedUp } from '../typed/half-width.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The code as it is written, without its name, without gaps and in capitals. */
export function tidyCreditCode(typed: string): string {
  return closedUp(typed)
    .toUpperCase()
    .replace(/^.*:|-/g, '')
}

/** Whether a text is a unified social credit code (统一社会信用代码): 18 characters, the last one a check (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}
