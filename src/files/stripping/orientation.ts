import {
  type Bytes,
  bytesOfLetters,
  bytesOfNumber,
  hasLetters,
  littleNumberAt,
  numberAt,
} from '../reading-bytes.ts'

/** Which way up a picture is shown: 1 as it is stored, 2 to 8 turned or mirrored (Exif 3.0, tag 0x0112). */
export type Orientation = number

const upright = 1
const tagOfOrientation = 0x0112
const short = 3

/** The orientation that Exif data tells, which are a TIFF file; upright where it tells none, or cannot be read. */
export function orientationIn(tiff: Bytes): Orientation {
  const read = hasLetters(tiff, 0, 'II*\0') ? littleNumberAt : hasLetters(tiff, 0, 'MM\0*') ? numberAt : null
  if (!read || tiff.length < 8) return upright
  const directory = read(tiff, 4, 4)
  if (directory + 2 > tiff.length) return upright
  const count = read(tiff, directory, 2)
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return upright
    if (read(tiff, at, 2) !== tagOfOrientation) continue
    const value = read(tiff, at + 2, 2) === short ? read(tiff, at + 8, 2) : upright
    return value >= 1 && value <= 8 ? value : upright
  }
  return upright
}

/** Exif data that tell the orientation and nothing else; none where the picture is upright anyway. */
export function exifOf(orientation: Orientation): Bytes | null {
  if (orientation === upright) return null
  return new Uint8Array([
    ...bytesOfLetters('MM\0*'),
    ...bytesOfNumber(8, 4),
    ...bytesOfNumber(1, 2),
    ...bytesOfNumber(tagOfOrientation, 2),
    ...bytesOfNumber(short, 2),
    ...bytesOfNumber(1, 4),
    ...bytesOfNumber(orientation, 2),
    ...bytesOfNumber(0, 6),
  ])
}
