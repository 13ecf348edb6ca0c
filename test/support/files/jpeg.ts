import { type Bytes, bytesOfNumber } from '../../../src/files/reading-bytes.ts'
import { bytes, exifOfPhone, type Maker, xmpOf } from './pieces.ts'

/** Sixteen by eight pixels of one grey, in two blocks without any difference. */
export const jpeg: Maker = {
  kind: 'jpeg',
  places: ['jfif', 'exif', 'xmp', 'profile', 'iptc', 'comment', 'between', 'behind'],
  make(wish) {
    const { word, places } = wish
    const having = (place: string, ...parts: Bytes[]) => (places.includes(place) ? parts : [])
    return bytes(
      [0xff, 0xd8],
      ...having('jfif', segment(0xe0, bytes('JFIF\0', [1, 2, 1, 0, 72, 0, 72, 1, 1], 'rgb'))),
      ...having('exif', segment(0xe1, bytes('Exif\0\0', exifOfPhone(wish)))),
      ...having('xmp', segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', xmpOf(word)))),
      ...having('profile', segment(0xe2, bytes('ICC_PROFILE\0', [1, 1], word))),
      ...having('iptc', segment(0xed, bytes('Photoshop 3.0\0', '8BIM', word))),
      ...having('comment', segment(0xfe, bytes(word))),
      segment(0xdb, bytes([0], Array(64).fill(1))),
      segment(0xc0, bytes([8, 0, 8, 0, 16, 1, 1, 0x11, 0])),
      ...[0x00, 0x10].map((table) => segment(0xc4, bytes([table, 1], Array(15).fill(0), [0]))),
      ...having('between', segment(0xef, bytes(word))),
      segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
      [0x0f],
      [0xff, 0xd9],
      ...having('behind', bytes([0xff, 0xd8, 0xff, 0xe1], word), bytes('MotionPhoto_Data', word)),
    )
  },
}

export const segment = (marker: number, content: Bytes) =>
  bytes([0xff, marker], bytesOfNumber(content.length + 2, 2), content)
