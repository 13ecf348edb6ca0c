import { type Bytes, bytesOfNumber } from '../../../src/files/reading-bytes.ts'
import { crc32 } from '../../../src/files/stripping/sums.ts'
import { bytes, exifOfPhone, type Maker, xmpOf } from './pieces.ts'

/** Sixteen by eight black pixels. */
export const png: Maker = {
  kind: 'png',
  places: ['text', 'exif', 'xmp', 'profile', 'time', 'private', 'frames', 'behind'],
  make(wish) {
    const { word, places } = wish
    const having = (place: string, ...parts: Bytes[]) => (places.includes(place) ? parts : [])
    return bytes(
      '\x89PNG\r\n\x1a\n',
      chunk('IHDR', bytes([0, 0, 0, 16, 0, 0, 0, 8, 1, 0, 0, 0, 0])),
      ...having('text', chunk('tEXt', bytes(`Author\0${word}`)), chunk('zTXt', bytes(word))),
      ...having('exif', chunk('eXIf', exifOfPhone(wish))),
      ...having('xmp', chunk('iTXt', bytes('XML:com.adobe.xmp\0\0\0\0\0', xmpOf(word)))),
      ...having('profile', chunk('iCCP', bytes(word, '\0\0'))),
      ...having('time', chunk('tIME', bytes([7, 234, 11, 29, 8, 30, 0]))),
      ...having('private', chunk('prVt', bytes(word))),
      ...having('frames', chunk('acTL', bytes([0, 0, 0, 1, 0, 0, 0, 0]))),
      chunk('IDAT', blackLines),
      ...having('frames', chunk('fdAT', bytes([0, 0, 0, 1], word))),
      chunk('IEND', bytes('')),
      ...having('behind', bytes(word)),
    )
  },
}

/** Eight lines of a filter and two bytes, not compressed (RFC 1950 and 1951). */
const blackLines = bytes(
  [0x78, 0x01, 0x01, 24, 0, 255 - 24, 255],
  Array(24).fill(0),
  bytesOfNumber(24 * 65536 + 1, 4),
)

export function chunk(name: string, content: Bytes): Bytes {
  const named = bytes(name, content)
  return bytes(bytesOfNumber(content.length, 4), named, bytesOfNumber(crc32(named), 4))
}
