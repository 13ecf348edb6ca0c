import { closedUp } from './half-width.ts'

export type MoneyRead = { ok: true; fen: number } | { ok: false; why: 'unclear' | 'too_fine' }

/** What is written behind a number, in fen; each is worth less than the one before it. */
const units = new Map([
  ['万', 1_000_000],
  ['w', 1_000_000],
  ['千', 100_000],
  ['k', 100_000],
  ['百', 10_000],
  ['元', 100],
  ['块', 100],
  ['圆', 100],
  ['角', 10],
  ['毛', 10],
  ['分', 1],
])

/** An amount of money in whole fen, as people write it: in yuan with two decimals at most, in parts, or in 万. */
export function readMoney(text: string): MoneyRead {
  const typed = tidied(text)
  const parts = [...typed.matchAll(/(\d{1,12}(?:\.\d+(?=\D?$))?)([万w千k百元块圆角毛分]?)/g)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== typed) return no('unclear')
  let fen = 0
  let before = Number.POSITIVE_INFINITY
  for (const [, digits = '', sign = ''] of parts) {
    const worth = units.get(sign) ?? unsigned(digits, before)
    if (worth >= before || worth < 1) return no('unclear')
    if (decimalsIn(digits) > Math.log10(worth)) return no('too_fine')
    fen += Math.round(Number(digits) * worth)
    before = worth
  }
  return { ok: true, fen }
}

/** Without what says that it is money, and without the commas that part it. */
function tidied(text: string): string {
  return closedUp(text)
    .toLowerCase()
    .replace(/^(?:人民币|rmb|cny|¥)+/, '')
    .replace(/(?:人民币|rmb|cny|yuan)$|(?<=[元块])[钱整]$/, '')
    .replace(/(?<=[万w千k百])元$/, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
}

/** Last digits alone are of the next lower kind, as it is spoken: 1 万 2 is 12,000, 12 块 5 is 12.50. */
function unsigned(digits: string, before: number): number {
  if (before === Number.POSITIVE_INFINITY) return 100
  if (digits.length === 1) return before / 10
  return before === 100 && digits.length === 2 ? 1 : 100
}

function decimalsIn(digits: string): number {
  return /\.(\d*?)0*$/.exec(digits)?.[1]?.length ?? 0
}

const no = (why: 'unclear' | 'too_fine'): MoneyRead => ({ ok: false, why })
