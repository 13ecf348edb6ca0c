import { type Bytes, numberAt } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import { type Box, boxOrNone, onlyBox, type Range } from './boxes.ts'

/** Where the bytes of a track lie, by its tables: how large its samples are, how many a chunk has, where each begins. */
export function chunksOf(file: Bytes, tables: readonly Box[]): Range[] {
  const counts = onlyBox(tables, 'stsc')
  const sizes = sizesOf(file, onlyBox(tables, 'stsz'))
  const offsets = offsetsOf(file, tables)
  const perChunk = samplesPerChunk(file, counts, offsets.length)
  let sample = 0
  let length = 0
  const chunks = offsets.map((from, chunk) => {
    let to = from
    const last = sample + (perChunk[chunk] ?? 0)
    mustBe(last <= sizes.length)
    for (; sample < last; sample += 1) to += sizes[sample] ?? 0
    length += to - from
    return { from, to }
  })
  // Nothing lies twice in a file that is one, and all of it belongs to a chunk.
  mustBe(sample === sizes.length && length <= file.length)
  return chunks
}

function sizesOf(file: Bytes, { at, end }: Box): Uint32Array {
  const [same, count] = [numberAt(file, at + 4, 4), numberAt(file, at + 8, 4)]
  mustBe(count <= file.length && end - at === 12 + (same === 0 ? 4 * count : 0))
  return Uint32Array.from({ length: count }, (_, row) => same || numberAt(file, at + 12 + row * 4, 4))
}

function offsetsOf(file: Bytes, tables: readonly Box[]): number[] {
  const short = boxOrNone(tables, 'stco')
  const { at, end } = short ?? onlyBox(tables, 'co64')
  const width = short ? 4 : 8
  return Array.from({ length: Math.floor((end - at - 8) / width) }, (_, row) =>
    numberAt(file, at + 8 + row * width, width),
  )
}

/** Each row holds from its chunk on until the next row: the first chunk, counted from 1, and how many samples. */
function samplesPerChunk(file: Bytes, { at, end }: Box, chunks: number): Uint32Array {
  const perChunk = new Uint32Array(chunks)
  let before = 0
  for (let row = at + 8; row + 12 <= end; row += 12) {
    const first = numberAt(file, row, 4)
    mustBe(first > before && first <= chunks && (before > 0 || first === 1))
    mustBe(numberAt(file, row + 8, 4) === 1, 'cannot_be_stripped')
    const next = row + 24 <= end ? numberAt(file, row + 12, 4) : chunks + 1
    perChunk.fill(numberAt(file, row + 4, 4), first - 1, next - 1)
    before = first
  }
  mustBe(before > 0 || chunks === 0)
  return perChunk
}
