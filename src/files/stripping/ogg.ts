import {
  type Bytes,
  bytesOfLetters,
  hasLetters,
  joined,
  lettersAt,
  littleBytesOf,
  littleNumberAt,
  numberAt,
  part,
} from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import { oggSum } from './sums.ts'

/**
 * An Ogg (RFC 3533) of one sound in Opus (RFC 7845) or Vorbis: its head, no comments, and its pages of sound. One of
 * several sounds, or with anything beside its sound, is refused.
 */
export function strippedOgg(bytes: Bytes): Bytes {
  const pages = pagesOf(bytes)
  const [first] = pages
  mustBe(first !== undefined && first.packets.length === 1 && first.isEnded)
  const head = joined(first.packets)
  const coding = codings.find(({ isHead }) => isHead(head))
  mustBe(coding !== undefined, 'cannot_be_stripped')
  const { packets, next } = headersIn(pages, coding.headers)
  mustBe(hasLetters(packets[0] ?? new Uint8Array(), 0, coding.comments))
  const setup = packets.slice(1)
  mustBe(setup.every((packet) => hasLetters(packet, 0, '\x05vorbis')))
  const written = [
    ...pagesFor([head], first.serial, 0),
    ...pagesFor([coding.noComments, ...setup], first.serial, 1),
  ]
  const sound = pages.slice(next).map((page, at) => numbered(page, written.length + at))
  return joined([...written, ...sound])
}

interface Page {
  whole: Bytes
  flags: number
  serial: number
  number: number
  /** Where its bytes are cut into packets; the last goes on upon the next page where it is not ended. */
  packets: Bytes[]
  isEnded: boolean
}

const continues = 1
const begins = 2
const ends = 4

/** All pages up to the last one of the sound; none but the first may begin one. */
function pagesOf(bytes: Bytes): Page[] {
  const pages: Page[] = []
  let at = 0
  while (at < bytes.length) {
    const page = pageAt(bytes, at)
    mustBe(((page.flags & begins) !== 0) === (at === 0), 'cannot_be_stripped')
    mustBe(page.serial === (pages[0] ?? page).serial, 'cannot_be_stripped')
    pages.push(page)
    at += page.whole.length
    if (page.flags & ends) break
  }
  // What begins after the end is another sound; anything else is gone.
  mustBe(!hasLetters(bytes, at, 'OggS'), 'cannot_be_stripped')
  return pages
}

function pageAt(bytes: Bytes, at: number): Page {
  mustBe(lettersAt(bytes, at, 5) === 'OggS\0')
  const lengths = part(bytes, at + 27, numberAt(bytes, at + 26, 1))
  const packets: Bytes[] = []
  const from = at + 27 + lengths.length
  let [begin, end] = [from, from]
  for (const length of lengths) {
    end += length
    if (length === 255) continue
    packets.push(part(bytes, begin, end - begin))
    begin = end
  }
  if (begin < end) packets.push(part(bytes, begin, end - begin))
  return {
    whole: part(bytes, at, end - at),
    flags: numberAt(bytes, at + 5, 1),
    serial: littleNumberAt(bytes, at + 14, 4),
    number: littleNumberAt(bytes, at + 18, 4),
    packets,
    isEnded: lengths.at(-1) !== 255,
  }
}

/** Packets from the second page on, as many as there are before the sound, which begins on a page of its own. */
function headersIn(pages: Page[], count: number): { packets: Bytes[]; next: number } {
  const packets: Bytes[] = []
  let open: Bytes[] = []
  for (let next = 1; next < pages.length; next += 1) {
    const page = pages[next]
    mustBe(page !== undefined && ((page.flags & continues) !== 0) === open.length > 0)
    for (const [at, packet] of page.packets.entries()) {
      open.push(packet)
      if (at === page.packets.length - 1 && !page.isEnded) break
      packets.push(joined(open))
      open = []
    }
    if (packets.length < count) continue
    mustBe(packets.length === count && open.length === 0, 'cannot_be_stripped')
    return { packets, next: next + 1 }
  }
  return { packets: [], next: pages.length }
}

const vorbisComments = '\x03vorbis'

const codings = [
  {
    isHead: (head: Bytes) =>
      hasLetters(head, 0, 'OpusHead') &&
      head.length === (numberAt(head, 18, 1) === 0 ? 19 : 21 + numberAt(head, 9, 1)),
    headers: 1,
    comments: 'OpusTags',
    noComments: new Uint8Array([...bytesOfLetters('OpusTags'), 0, 0, 0, 0, 0, 0, 0, 0]),
  },
  {
    isHead: (head: Bytes) => hasLetters(head, 0, '\x01vorbis') && head.length === 30,
    headers: 2,
    comments: vorbisComments,
    noComments: new Uint8Array([...bytesOfLetters(vorbisComments), 0, 0, 0, 0, 0, 0, 0, 0, 1]),
  },
]

const mostSegments = 255

/** Packets on pages of their own, from a number on. */
function pagesFor(packets: Bytes[], serial: number, from: number): Bytes[] {
  const lengths = packets.flatMap(({ length }) => [
    ...Array(Math.floor(length / 255)).fill(255),
    length % 255,
  ])
  const body = joined(packets)
  const pages: Bytes[] = []
  let at = 0
  for (let segment = 0; segment < lengths.length; segment += mostSegments) {
    const own = lengths.slice(segment, segment + mostSegments)
    const length = own.reduce((sum, one) => sum + one, 0)
    const isContinued = segment > 0 && lengths[segment - 1] === 255
    const isLast = segment + mostSegments >= lengths.length
    // A page on which no packet ends has no place in time.
    const granule = isLast || own.some((one) => one < 255) ? 0 : 255
    pages.push(
      summed([
        ...bytesOfLetters('OggS\0'),
        (isContinued ? continues : 0) | (from === 0 ? begins : 0),
        ...Array(8).fill(granule),
        ...littleBytesOf(serial, 4),
        ...littleBytesOf(from + pages.length, 4),
        ...[0, 0, 0, 0],
        own.length,
        ...own,
        ...body.subarray(at, at + length),
      ]),
    )
    at += length
  }
  return pages
}

/** A page of the sound as it is, but for its number where fewer stand before it now. */
function numbered({ whole, number }: Page, at: number): Bytes {
  if (number === at) return whole
  const page = whole.slice()
  page.set(littleBytesOf(at, 4), 18)
  return summed(page)
}

function summed(bytes: ArrayLike<number>): Bytes {
  const page = new Uint8Array(bytes)
  page.fill(0, 22, 26)
  page.set(littleBytesOf(oggSum([page]), 4), 22)
  return page
}
