import type { Bytes } from '../../../src/files/reading-bytes.ts'
import { box, four, fullBox, two } from './boxes.ts'
import { bytes, type Maker, type Wish } from './pieces.ts'

/** The bytes of a sound of two chunks; nothing plays them. */
export const sounds = ['first chunk of the sound', 'second chunk of the sound']

/** As a phone records a voice note: tables, tags, and a sound in two chunks. */
export const mp4: Maker = {
  kind: 'mp4',
  places: ['times', 'tags', 'metadata', 'handler', 'vendor', 'between', 'text', 'before', 'behind'],
  make: (wish) => fileOf(wish, fileOf(wish, 0).place).file,
}

function fileOf(wish: Wish, dataAt: number): { file: Bytes; place: number } {
  const { word, places } = wish
  const having = (place: string, ...parts: Bytes[]) => (places.includes(place) ? parts : [])
  const times = places.includes('times') ? four(3_869_000_000) : four(0)
  const gap = places.includes('between') ? word : ''
  const chunks = sounds.map((_, at) =>
    sounds.slice(0, at).reduce((sum, sound) => sum + sound.length + gap.length, dataAt + gap.length),
  )
  const subtitleAt = sounds.reduce((sum, sound) => sum + sound.length + gap.length, dataAt)
  const before = bytes(
    box('ftyp', 'M4A ', four(0), 'M4A isom'),
    ...having('before', box('free', word)),
    box(
      'moov',
      fullBox('mvhd', 0, times, times, four(1000), four(2000), Array(80).fill(0)),
      trackOf(
        'soun',
        wish,
        chunks,
        sounds.map((sound) => sound.length),
      ),
      ...having('text', trackOf('text', wish, [subtitleAt], [word.length])),
      ...having('tags', box('udta', box('\xa9xyz', two(word.length), two(0), word))),
      ...having('metadata', box('meta', word), box('uuid', word)),
    ),
  )
  const data = box('mdat', ...sounds.flatMap((sound) => [gap, sound]), ...having('text', bytes(word)))
  return { file: bytes(before, data, ...having('behind', box('meta', word))), place: before.length + 8 }
}

function trackOf(handler: string, { word, places }: Wish, offsets: number[], sizes: number[]): Bytes {
  const times = places.includes('times') ? four(3_869_000_000) : four(0)
  const name = places.includes('handler') ? word : ''
  const vendor = bytes(places.includes('vendor') ? word.slice(0, 4) : '\0\0\0\0')
  return box(
    'trak',
    fullBox('tkhd', 0, times, times, Array(72).fill(0)),
    box(
      'mdia',
      fullBox('mdhd', 0, times, times, four(1000), four(2000), [0x15, 0xc7, 0, 0]),
      fullBox('hdlr', 0, four(0), handler, 'appl', four(0), four(0), name, '\0'),
      box(
        'minf',
        fullBox('smhd', 0, four(0)),
        box('dinf', fullBox('dref', 0, four(1), box('url ', [0, 0, 0, 1]))),
        box(
          'stbl',
          fullBox('stsd', 0, four(1), sampleEntry(vendor)),
          fullBox('stts', 0, four(1), four(sizes.length), four(1024)),
          fullBox('stsc', 0, four(1), four(1), four(1), four(1)),
          fullBox('stsz', 0, four(0), four(sizes.length), ...sizes.map(four)),
          fullBox('stco', 0, four(offsets.length), ...offsets.map(four)),
        ),
      ),
    ),
  )
}

const sampleEntry = (vendor: Bytes) =>
  box(
    'mp4a',
    Array(6).fill(0),
    two(1),
    four(0),
    vendor,
    two(2),
    two(16),
    four(0),
    four(44100 * 65536),
    fullBox('esds', 0, [
      3,
      25,
      0,
      1,
      0,
      4,
      17,
      64,
      21,
      0,
      0,
      0,
      ...four(0),
      ...four(0),
      5,
      2,
      18,
      16,
      6,
      1,
      2,
    ]),
  )
