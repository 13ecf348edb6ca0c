import { type Bytes, hasLetters, joined, numberAt, part } from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'

/**
 * An MP3 (ISO/IEC 11172-3 and 13818-3, layer III) of its frames, one after another. Tags before and after them are
 * gone, and of the first frame the name of the program that wrote it.
 */
export function strippedMp3(bytes: Bytes): Bytes {
  const frames: Bytes[] = []
  let at = endOfTags(bytes)
  let first: Head | null = null
  for (;;) {
    const head = headAt(bytes, at)
    if (!head || (first && !isSame(first, head))) break
    if (at + head.length > bytes.length) break
    first ??= head
    frames.push(part(bytes, at, head.length))
    at += head.length
  }
  // One frame alone may be anything.
  mustBe(first !== null && frames.length >= 3)
  mustBe(isEnd(bytes, at))
  const [opening = new Uint8Array(), ...others] = frames
  return joined([namelessFrame(opening, first), ...others])
}

interface Head {
  /** Version and rate, which do not change within one sound. */
  sound: number
  length: number
  /** Where that ends by which a decoder finds the sound, and which is empty where there is none. */
  sideEnd: number
}

/** Over as many tags of ID3v2 as there are: seven bits in each byte of their length, and a foot where one is said. */
function endOfTags(bytes: Bytes): number {
  let at = 0
  while (hasLetters(bytes, at, 'ID3')) {
    const length = part(bytes, at + 6, 4).reduce((number, byte) => number * 128 + (byte & 127), 0)
    at += 10 + length + (numberAt(bytes, at + 5, 1) & 0x10 ? 10 : 0)
  }
  // Some programs leave room behind their tags.
  while (at > 0 && bytes[at] === 0) at += 1
  return at
}

function headAt(bytes: Bytes, at: number): Head | null {
  if (at + 4 > bytes.length) return null
  const bits = numberAt(bytes, at, 4)
  const [version, layer, rate, pace] = [
    (bits >> 19) & 3,
    (bits >> 17) & 3,
    (bits >> 12) & 15,
    (bits >> 10) & 3,
  ]
  if (bits < 0xffe00000 || version === 1 || layer !== 1 || rate === 0 || rate === 15 || pace === 3)
    return null
  const isFirst = version === 3
  const kilobits = (isFirst ? rates.first : rates.second)[rate] ?? 0
  const hertz = [44100, 48000, 32000][pace] ?? 0
  const divided = hertz / (isFirst ? 1 : version === 2 ? 2 : 4)
  const padding = (bits >> 9) & 1
  const length = Math.floor(((isFirst ? 144 : 72) * kilobits * 1000) / divided) + padding
  const isMono = ((bits >> 6) & 3) === 3
  const side = isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17
  return { sound: (bits >> 10) & 0x783, length, sideEnd: sideStart + side }
}

/** Kilobits a second of MPEG 1, and of 2 and 2.5. */
const rates = {
  first: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}

const sideStart = 4

const isSame = (first: Head, other: Head) => first.sound === other.sound

/** Whether no frame is to come: a tag, empty space, or the beginning of a frame that was cut. */
function isEnd(bytes: Bytes, at: number): boolean {
  const isTag = ['TAG', 'APETAGEX', 'LYRICSBEGIN', 'ID3'].some((letters) => hasLetters(bytes, at, letters))
  return isTag || headAt(bytes, at) !== null || bytes.subarray(at).every((byte) => byte === 0)
}

/** The first frame: where it has an index instead of sound (Xing), no more of it than that; nothing where it is empty. */
function namelessFrame(frame: Bytes, { sideEnd }: Head): Bytes {
  const isIndex = hasLetters(frame, sideEnd, 'Xing') || hasLetters(frame, sideEnd, 'Info')
  const isEmpty = frame.subarray(sideStart, sideEnd).every((byte) => byte === 0)
  if (!isIndex && !isEmpty) return frame
  return frame.slice().fill(0, isIndex ? endOfIndex(frame, sideEnd) : sideEnd)
}

/** Its flags say which it has: frames, bytes, places to jump to, quality. */
function endOfIndex(frame: Bytes, at: number): number {
  const flags = numberAt(frame, at + 4, 4)
  return [4, 4, 100, 4].filter((_, bit) => flags & (1 << bit)).reduce((end, length) => end + length, at + 8)
}
