import { halfWidth } from './half-width.ts'

/** Degrees north and east (WGS 84, as a phone gives them), to three decimals: a hundred metres. */
export type Coordinates = [north: number, east: number]

export type CoordinatesRead = { ok: true; at: Coordinates } | { ok: false; why: 'unclear' | 'outside' }

/** Where China lies, roughly; what is north can never be east there, so that either may come first. */
const north = { least: 3, most: 54 }
const east = { least: 73, most: 136 }

/** Coordinates as people type or copy them, both into one field as well; `outside` lies elsewhere in the world. */
export function readCoordinates(latitude: string, longitude: string): CoordinatesRead {
  const [first, second, more] = [latitude, longitude].flatMap(numbersIn)
  if (first === undefined || second === undefined || more !== undefined || !isAll([first, second]))
    return { ok: false, why: 'unclear' }
  const at: Coordinates = lies(first, east) ? [second, first] : [first, second]
  return lies(at[0], north) && lies(at[1], east) ? { ok: true, at } : { ok: false, why: 'outside' }
}

const before = /(?:北纬|东经|纬度|经度|latitude|longitude|lat|lng|lon|[NE])[ :=]*(?=-?\d)/gi
const behind = /(?<=\d) ?(?:[°度] ?[NE]?|[NE])(?=[\s,;/、]|$)/gi

/** Each number of a text, without the words and signs around it; what is none is not a number. */
function numbersIn(text: string): number[] {
  const parts = halfWidth(text)
    .replace(before, ' ')
    .replace(behind, ' ')
    .split(/[\s,;/、]+/)
  return parts.filter(Boolean).map((part) => (isDegrees.test(part) ? rounded(part) : Number.NaN))
}

const isDegrees = /^-?\d{1,3}(?:\.\d{1,15})?$/

const rounded = (number: string) => Math.round(Number(number) * 1000) / 1000

const isAll = (numbers: number[]) => numbers.every((it) => !Number.isNaN(it))

const lies = (it: number, { least, most }: { least: number; most: number }) => it >= least && it <= most
