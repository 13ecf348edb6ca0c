import type { Bytes } from '../../../src/files/reading-bytes.ts'
import { box, four, fullBox, two } from './boxes.ts'
import { bytes, exifOfPhone, type Maker, type Wish, xmpOf } from './pieces.ts'

/** The bytes of a picture of two tiles; nothing decodes them. */
export const tiles = ['first tile of the picture', 'second tile of the picture']

/** As a phone writes it: a grid of tiles, a thumbnail, Exif and XMP, each an item. */
export const heic: Maker = {
  kind: 'heic',
  places: ['exif', 'xmp', 'thumbnail', 'names', 'profile', 'between', 'user', 'film', 'behind'],
  make(wish) {
    const place = fileOf(wish, 0).place
    return fileOf(wish, place).file
  },
}

/** Twice: how far the data lie from the beginning is known once the rest is made. */
function fileOf(wish: Wish, dataAt: number): { file: Bytes; place: number } {
  const { word, places, orientation } = wish
  const having = <T>(place: string, ...parts: T[]) => (places.includes(place) ? parts : [])
  const name = places.includes('names') ? `${word}\0` : '\0'
  const items = [
    { id: 1, type: 'hvc1', data: bytes(tiles[0] ?? ''), more: '' },
    { id: 2, type: 'hvc1', data: bytes(tiles[1] ?? ''), more: '' },
    { id: 3, type: 'grid', data: bytes([0, 0, 0, 1], two(16), two(8)), more: '' },
    ...having('exif', { id: 4, type: 'Exif', data: bytes([0, 0, 0, 0], exifOfPhone(wish)), more: '' }),
    ...having('xmp', { id: 5, type: 'mime', data: bytes(xmpOf(word)), more: `application/rdf+xml\0` }),
    ...having('thumbnail', { id: 6, type: 'hvc1', data: bytes('thumbnail of ', word), more: '' }),
  ]
  const gap = places.includes('between') ? word : ''
  const offsets = items.map((_, at) =>
    items.slice(0, at).reduce((sum, { data }) => sum + data.length + gap.length, dataAt + gap.length),
  )
  const meta = fullBox(
    'meta',
    0,
    fullBox('hdlr', 0, four(0), 'pict', four(0), four(0), four(0), name),
    fullBox('pitm', 0, two(3)),
    fullBox(
      'iinf',
      0,
      two(items.length),
      ...items.map(({ id, type, more }) => fullBox('infe', 2, two(id), two(0), type, name, more)),
    ),
    fullBox(
      'iref',
      0,
      box('dimg', two(3), two(2), two(1), two(2)),
      ...having('thumbnail', box('thmb', two(6), two(1), two(3))),
      ...having('exif', box('cdsc', two(4), two(1), two(3))),
    ),
    box(
      'iprp',
      box(
        'ipco',
        box('hvcC', Array(23).fill(1)),
        fullBox('ispe', 0, four(16), four(8)),
        box('irot', [orientation % 4]),
        ...having('profile', box('colr', 'prof', word)),
      ),
      fullBox('ipma', 0, four(0)),
    ),
    fullBox(
      'iloc',
      0,
      [0x44, 0],
      two(items.length),
      ...items.flatMap(({ id, data }, at) => [
        two(id),
        two(0),
        two(1),
        four(offsets[at] ?? 0),
        four(data.length),
      ]),
    ),
    ...having('user', box('uuid', word)),
  )
  const before = bytes(
    box('ftyp', 'heic', four(0), 'mif1heic'),
    meta,
    ...having('film', box('moov', box('udta', word))),
  )
  const data = box('mdat', ...items.flatMap((item) => [gap, item.data]))
  const file = bytes(before, data, ...having('behind', box('free', word)))
  return { file, place: before.length + 8 }
}
