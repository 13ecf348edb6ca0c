import { type Bytes, littleBytesOf } from '../../../src/files/reading-bytes.ts'
import { oggSum } from '../../../src/files/stripping/sums.ts'
import { bytes, type Maker } from './pieces.ts'

/** Three packets of Opus without sound: twenty milliseconds of nothing each. */
export const ogg: Maker = {
  kind: 'ogg',
  places: ['vendor', 'comments', 'picture', 'behind'],
  make: ({ word, places }) => {
    const vendor = places.includes('vendor') ? word : 'libopus'
    const comments = [
      ...(places.includes('comments') ? [`ARTIST=${word}`, `LOCATION=${word}`] : []),
      // So long that it goes over several pages.
      ...(places.includes('picture') ? [`METADATA_BLOCK_PICTURE=${word}${'x'.repeat(70_000)}`] : []),
    ]
    const packets = Array.from({ length: 3 }, () => bytes([0xfc, 0xff, 0xfe]))
    const behind = places.includes('behind') ? bytes(word) : bytes('')
    return bytes(opusOf(packets, vendor, comments), behind)
  },
}

/** A file of packets of Opus in one channel, each on its page. */
export function opusOf(packets: Bytes[], vendor: string, comments: string[], each = 960): Bytes {
  const head = bytes('OpusHead', [1, 1], littleBytesOf(312, 2), littleBytesOf(48_000, 4), [0, 0, 0])
  const sized = (text: string) => bytes(littleBytesOf(text.length, 4), text)
  const tags = bytes('OpusTags', sized(vendor), littleBytesOf(comments.length, 4), ...comments.map(sized))
  const before = [...pagesOf(head, 0), ...pagesOf(tags, 1)]
  const sound = packets.map((packet, at) =>
    page(
      packet,
      lacing(packet.length),
      at === packets.length - 1 ? 4 : 0,
      (at + 1) * each,
      before.length + at,
    ),
  )
  return bytes(...before, ...sound)
}

function pagesOf(packet: Bytes, from: number): Bytes[] {
  const lengths = lacing(packet.length)
  return Array.from({ length: Math.ceil(lengths.length / 255) }, (_, at) => {
    const own = lengths.slice(at * 255, at * 255 + 255)
    const content = packet.subarray(at * 255 * 255, at * 255 * 255 + own.reduce((sum, one) => sum + one, 0))
    return page(content, own, (at > 0 ? 1 : 0) | (from === 0 ? 2 : 0), 0, from + at)
  })
}

const lacing = (length: number): number[] => [...Array(Math.floor(length / 255)).fill(255), length % 255]

function page(content: Bytes, lengths: number[], flags: number, granule: number, number: number): Bytes {
  const made = bytes(
    'OggS\0',
    [flags],
    littleBytesOf(granule, 4),
    [0, 0, 0, 0],
    littleBytesOf(77, 4),
    littleBytesOf(number, 4),
    [0, 0, 0, 0],
    [lengths.length, ...lengths],
    content,
  )
  made.set(littleBytesOf(oggSum([made]), 4), 22)
  return made
}
