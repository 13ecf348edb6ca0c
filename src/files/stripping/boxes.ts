import { type Bytes, bytesOfLetters, lettersAt, numberAt, part } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'

/** A box of a file in boxes (ISO/IEC 14496-12): where it begins, its content, and where it ends. */
export interface Box {
  type: string
  start: number
  at: number
  end: number
}

/** The boxes that fill a place from one end to the other; the last one of a file may leave its length open. */
export function boxesIn(file: Bytes, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let start = from; start < to; ) {
    const size = numberAt(file, start, 4)
    const isLong = size === 1
    const length = isLong ? numberAt(file, start + 8, 8) : size || (to === file.length ? to - start : 0)
    const at = start + (isLong ? 16 : 8)
    const end = start + length
    mustBe(at <= end && end <= to)
    boxes.push({ type: lettersAt(file, start + 4, 4), start, at, end })
    start = end
  }
  return boxes
}

export const boxesOf = (file: Bytes, { at, end }: Box) => boxesIn(file, at, end)

/** The one box of its type; a file with none of it, or with several, cannot be followed. */
export function onlyBox(boxes: readonly Box[], type: string): Box {
  const [first, second] = boxes.filter((box) => box.type === type)
  mustBe(first !== undefined && second === undefined, 'cannot_be_stripped')
  return first
}

export function boxOrNone(boxes: readonly Box[], type: string): Box | null {
  return boxes.some((box) => box.type === type) ? onlyBox(boxes, type) : null
}

/** Where the bytes lie that all the rest is about: in one place, or in a few. */
export function dataOf(boxes: readonly Box[]): Box[] {
  const places = boxes.filter(({ type }) => type === 'mdat')
  mustBe(places.length <= 8, 'cannot_be_stripped')
  return places
}

/** Leaves nothing of a box but its place, so that all that follows it stays where it is. */
export function setFree(file: Bytes, box: Box): void {
  rename(file, box.start + 4, 'free')
  file.fill(0, box.at, box.end)
}

export function rename(file: Bytes, at: number, name: string): void {
  file.set(bytesOfLetters(name), at)
}

/** Leaves of all boxes those whose type has something to be done with them, and does it. */
export function keepBoxes(
  file: Bytes,
  boxes: readonly Box[],
  kept: Record<string, (box: Box) => void>,
): void {
  for (const box of boxes) {
    const keep = kept[box.type]
    if (keep) keep(box)
    else setFree(file, box)
  }
}

/** For a box that is as long as its version says, and is kept as it is. */
export function ofLength(file: Bytes, ...byVersion: number[]): (box: Box) => void {
  return ({ at, end }) => mustBe(end - at === byVersion[numberAt(file, at, 1)])
}

/** For a table: so many bytes before its count, which are kept, and so many for each row of a version. */
export function ofRows(file: Bytes, before: number, ...byVersion: number[]): (box: Box) => void {
  return ({ at, end }) => {
    const row = byVersion[numberAt(file, at, 1)]
    mustBe(row !== undefined, 'cannot_be_stripped')
    mustBe(end - at === before + 4 + row * numberAt(file, at + before, 4))
  }
}

export interface Range {
  from: number
  to: number
}

/** Empties a place of a file but for the ranges that lie in it, as the file was before. */
export function keepRanges(file: Bytes, before: Bytes, place: Range, ranges: readonly Range[]): void {
  file.fill(0, place.from, place.to)
  for (const { from, to } of ranges)
    if (from >= place.from && to <= place.to) file.set(part(before, from, to - from), from)
}
