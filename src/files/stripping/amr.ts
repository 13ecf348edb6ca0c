import { type Bytes, bytesOfLetters, hasLetters, joined, numberAt } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'

/** An AMR (RFC 4867, of one channel) of its frames; what does not make a whole frame at its end is gone. */
export function strippedAmr(bytes: Bytes): Bytes {
  const kind = kinds.find(({ head }) => hasLetters(bytes, 0, head))
  mustBe(kind !== undefined, 'cannot_be_stripped')
  const from = kind.head.length
  let at = from
  while (at < bytes.length) {
    const head = numberAt(bytes, at, 1)
    const length = kind.lengths[head >> 3]
    mustBe(length !== undefined && (head & 0x83) === 0)
    if (at + 1 + length > bytes.length) break
    at += 1 + length
  }
  mustBe(at > from)
  return joined([new Uint8Array(bytesOfLetters(kind.head)), bytes.subarray(from, at)])
}

/** How many bytes a frame has after its first one, by its type: narrow and wide. */
const kinds: { head: string; lengths: Record<number, number> }[] = [
  { head: '#!AMR\n', lengths: byType([12, 13, 15, 17, 19, 20, 26, 31, 5]) },
  { head: '#!AMR-WB\n', lengths: { ...byType([17, 23, 32, 36, 40, 46, 50, 58, 60, 5]), 14: 0 } },
]

/** The last type says that there is nothing. */
function byType(lengths: number[]): Record<number, number> {
  return { ...lengths, 15: 0 }
}
