import type { FileKind } from '../../../src/files/kind-of-file.ts'
import { type Bytes, bytesOfLetters, bytesOfNumber, joined } from '../../../src/files/reading-bytes.ts'

/** What a file is made with: the word that must not come out again, where it stands, and which way up it is. */
export interface Wish {
  word: string
  /** Of the places that a kind has for metadata, those that are filled. */
  places: readonly string[]
  orientation: number
}

/** A small file of one kind that decoders read, and the places in which it can keep what is nobody's business. */
export interface Maker {
  kind: FileKind
  places: readonly string[]
  make: (wish: Wish) => Bytes
}

/** Letters, numbers and bytes after each other. */
export const bytes = (...parts: (string | Uint8Array | number[])[]): Bytes =>
  joined(parts.map((part) => new Uint8Array(typeof part === 'string' ? bytesOfLetters(part) : part)))

/** Exif data as a phone writes it: make, which way up, the place on earth, and a thumbnail behind. */
export function exifOfPhone({ word, orientation }: Wish): Bytes {
  const text = `${word}\0`
  const entry = (tag: number, type: number, count: number, value: number[]) =>
    bytes(bytesOfNumber(tag, 2), bytesOfNumber(type, 2), bytesOfNumber(count, 4), value)
  const end = 8 + 2 + 3 * 12 + 4
  return bytes(
    'MM\0*',
    bytesOfNumber(8, 4),
    bytesOfNumber(3, 2),
    entry(0x010f, 2, text.length, bytesOfNumber(end, 4)),
    entry(0x0112, 3, 1, [0, orientation, 0, 0]),
    entry(0x8825, 4, 1, bytesOfNumber(end + text.length, 4)),
    [0, 0, 0, 0],
    text,
    bytesOfNumber(1, 2),
    entry(0x001d, 2, 11, bytesOfNumber(end, 4)),
    [0, 0, 0, 0],
    `thumbnail of ${word}`,
  )
}

export const xmpOf = (word: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${word}</dc:creator></x:xmpmeta>`
