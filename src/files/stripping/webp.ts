import {
  type Bytes,
  bytesOfLetters,
  joined,
  lettersAt,
  littleBytesOf,
  littleNumberAt,
  part,
} from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import { exifOf, orientationIn } from './orientation.ts'

/**
 * A WebP (RFC 9649) of one picture and its transparency; which way up is written anew. Exif, XMP, profiles and what
 * nobody knows are gone, and all that follows the size it names. One that moves is refused.
 */
export function strippedWebp(bytes: Bytes): Bytes {
  const file = part(bytes, 12, littleNumberAt(bytes, 4, 4) - 4)
  const kept = new Map<string, Bytes>()
  let orientation = 1
  let at = 0
  while (at < file.length) {
    const name = lettersAt(file, at, 4)
    const length = littleNumberAt(file, at + 4, 4)
    const content = part(file, at + 8, length)
    at += 8 + length + (length % 2)
    mustBe(name !== 'ANIM' && name !== 'ANMF', 'moving')
    if (name === 'EXIF') orientation = orientationIn(withoutPrefix(content))
    if (!keptNames.includes(name)) continue
    mustBe(!kept.has(name))
    kept.set(name, content)
  }
  mustBe(kept.has('VP8 ') !== kept.has('VP8L'))
  const exif = exifOf(orientation)
  const head = kept.get('VP8X')
  const all = [
    ...(head ? [chunk('VP8X', extended(head, exif !== null))] : []),
    ...['ALPH', 'VP8 ', 'VP8L'].flatMap((name) => {
      const content = kept.get(name)
      return content ? [chunk(name, content)] : []
    }),
    ...(head && exif ? [chunk('EXIF', exif)] : []),
  ]
  const body = joined([new Uint8Array(bytesOfLetters('WEBP')), ...all])
  return joined([new Uint8Array([...bytesOfLetters('RIFF'), ...littleBytesOf(body.length, 4)]), body])
}

const keptNames = ['VP8X', 'ALPH', 'VP8 ', 'VP8L']

const isTransparent = 0x10
const hasExif = 0x08

/** The head of a file with more than one chunk: what it has by now, and how large it is. */
function extended(head: Bytes, withExif: boolean): Bytes {
  mustBe(head.length === 10)
  const [flags = 0] = head
  return joined([
    new Uint8Array([(flags & isTransparent) | (withExif ? hasExif : 0), 0, 0, 0]),
    part(head, 4, 6),
  ])
}

/** Some write it as it would stand in a JPEG. */
function withoutPrefix(exif: Bytes): Bytes {
  return exif.length >= 6 && lettersAt(exif, 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
}

function chunk(name: string, content: Bytes): Bytes {
  return joined([
    new Uint8Array([...bytesOfLetters(name), ...littleBytesOf(content.length, 4)]),
    content,
    new Uint8Array(content.length % 2),
  ])
}
