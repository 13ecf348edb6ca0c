import { type Bytes, lettersAt, numberAt } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import { type Box, boxesIn, boxesOf, boxOrNone, onlyBox, type Range } from './boxes.ts'

/** An item of a HEIF file: what it is, where that is written, and where its bytes lie. */
export interface Item {
  id: number
  type: string
  /** Where its type is written, its name and more after it, and where all that ends. */
  typeAt: number
  infoEnd: number
  extents: Range[]
  /** Whether its bytes lie in the box of the items themselves, and not in the file. */
  isInside: boolean
}

/** One item points at others: what for, and where that is written. */
export interface Reference {
  type: string
  typeAt: number
  from: number
  to: number[]
}

/** The items of a file, by what is told of each and where it lies (ISO/IEC 14496-12, 8.11). */
export function itemsIn(file: Bytes, boxes: readonly Box[]): Item[] {
  const places = placesIn(file, onlyBox(boxes, 'iloc'))
  const { at, end } = onlyBox(boxes, 'iinf')
  const width = numberAt(file, at, 1) === 0 ? 2 : 4
  return boxesIn(file, at + 4 + width, end).map((box) => {
    const version = numberAt(file, box.at, 1)
    mustBe(box.type === 'infe' && (version === 2 || version === 3), 'cannot_be_stripped')
    const wide = version === 2 ? 2 : 4
    const typeAt = box.at + 4 + wide + 2
    const id = numberAt(file, box.at + 4, wide)
    const { extents = [], isInside = false } = places.get(id) ?? {}
    return { id, type: lettersAt(file, typeAt, 4), typeAt, infoEnd: box.end, extents, isInside }
  })
}

/** Where items lie; one that is elsewhere, or within another, cannot be followed. */
function placesIn(file: Bytes, { at, end }: Box): Map<number, Pick<Item, 'extents' | 'isInside'>> {
  const version = numberAt(file, at, 1)
  mustBe(version <= 2, 'cannot_be_stripped')
  let place = at + 4
  const next = (width: number) => {
    mustBe(place + width <= end)
    place += width
    return numberAt(file, place - width, width)
  }
  const sizes = next(2)
  const [offsetWidth, lengthWidth, baseWidth] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexWidth = version === 0 ? 0 : sizes & 15
  mustBe([offsetWidth, lengthWidth, baseWidth, indexWidth].every((width) => width <= 8))
  const wide = version === 2 ? 4 : 2
  const places = new Map<number, Pick<Item, 'extents' | 'isInside'>>()
  for (let left = next(wide); left > 0; left -= 1) {
    const id = next(wide)
    const construction = version === 0 ? 0 : next(2) & 15
    const elsewhere = next(2)
    mustBe(construction <= 1 && elsewhere === 0 && !places.has(id), 'cannot_be_stripped')
    const base = next(baseWidth)
    const extents = Array.from({ length: next(2) }, () => {
      next(indexWidth)
      const from = base + next(offsetWidth)
      return { from, to: from + next(lengthWidth) }
    })
    mustBe(extents.every(({ from, to }) => to > from) || id === 0, 'cannot_be_stripped')
    places.set(id, { extents, isInside: construction === 1 })
  }
  return places
}

export function referencesIn(file: Bytes, boxes: readonly Box[]): Reference[] {
  const box = boxOrNone(boxes, 'iref')
  if (!box) return []
  const width = numberAt(file, box.at, 1) === 0 ? 2 : 4
  return boxesIn(file, box.at + 4, box.end).map(({ type, start, at, end }) => {
    const count = numberAt(file, at + width, 2)
    mustBe(end - at === width + 2 + count * width)
    const to = Array.from({ length: count }, (_, one) => numberAt(file, at + width + 2 + one * width, width))
    return { type, typeAt: start + 4, from: numberAt(file, at, width), to }
  })
}

/** The number of the picture itself. */
export function primaryIn(file: Bytes, boxes: readonly Box[]): number {
  const { at } = onlyBox(boxes, 'pitm')
  return numberAt(file, at + 4, numberAt(file, at, 1) === 0 ? 2 : 4)
}

/** The properties of the items, each in its place. */
export function propertiesIn(file: Bytes, boxes: readonly Box[]): Box[] {
  return boxesOf(file, onlyBox(boxesOf(file, onlyBox(boxes, 'iprp')), 'ipco'))
}
