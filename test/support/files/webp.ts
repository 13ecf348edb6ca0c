import { type Bytes, littleBytesOf } from '../../../src/files/reading-bytes.ts'
import { bytes, exifOfPhone, type Maker, type Wish, xmpOf } from './pieces.ts'

/** One pixel, lossless. */
export const webp: Maker = {
  kind: 'webp',
  places: ['extended', 'exif', 'xmp', 'profile', 'private', 'behind'],
  make: (wish) => webpOf({ name: 'VP8L', content: onePixel, width: 1, height: 1 }, wish),
}

/** A picture that another program made, with what a phone would add. */
export function webpOf(
  { name, content, width, height }: { name: string; content: Bytes; width: number; height: number },
  wish: Wish,
): Bytes {
  const { word, places } = wish
  const having = (place: string, ...parts: Bytes[]) => (places.includes(place) ? parts : [])
  const isExtended = ['extended', 'exif', 'xmp', 'profile'].some((place) => places.includes(place))
  const size = [...littleBytesOf(width - 1, 3), ...littleBytesOf(height - 1, 3)]
  const flags =
    (places.includes('profile') ? 0x20 : 0) |
    (places.includes('exif') ? 8 : 0) |
    (places.includes('xmp') ? 4 : 0)
  const body = bytes(
    'WEBP',
    ...(isExtended ? [chunk('VP8X', bytes([flags, 0, 0, 0], size))] : []),
    ...having('profile', chunk('ICCP', bytes(word))),
    chunk(name, content),
    ...having('exif', chunk('EXIF', exifOfPhone(wish))),
    ...having('xmp', chunk('XMP ', bytes(xmpOf(word)))),
    ...having('private', chunk('prVt', bytes(word))),
  )
  return bytes('RIFF', littleBytesOf(body.length, 4), body, ...having('behind', bytes(word)))
}

const onePixel = bytes([0x2f, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 7])

const chunk = (name: string, content: Bytes) =>
  bytes(name, littleBytesOf(content.length, 4), content, Array(content.length % 2).fill(0))
