import {
  type Bytes,
  bytesOfLetters,
  bytesOfNumber,
  hasLetters,
  joined,
  numberAt,
  part,
} from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import { exifOf, orientationIn } from './orientation.ts'

/**
 * A JPEG (ITU-T T.81) of nothing but what its pixels need: tables, frame and scans, as they are; which way up, and
 * how its colours are meant, written anew. Comments, Exif, XMP, profiles and thumbnails are gone, and all that
 * follows its end: second pictures and films.
 */
export function strippedJpeg(bytes: Bytes): Bytes {
  const kept: Bytes[] = []
  let orientation = 1
  let isJfif = false
  let transform: number | null = null
  let frames = 0
  let scans = 0
  let at = 2
  for (;;) {
    const [marker, after] = markerAt(bytes, at)
    if (marker === markers.end) break
    const length = numberAt(bytes, after, 2)
    const content = part(bytes, after + 2, length - 2)
    at = after + length
    if (marker === markers.app0 && hasLetters(content, 0, 'JFIF\0')) isJfif = true
    if (marker === markers.app1 && orientation === 1 && hasLetters(content, 0, 'Exif\0\0'))
      orientation = orientationIn(content.subarray(6))
    if (marker === markers.app14 && hasLetters(content, 0, 'Adobe')) transform = numberAt(content, 11, 1)
    if (isDropped(marker)) continue
    const isWhole = whole.get(marker)
    mustBe(isWhole !== undefined, 'cannot_be_stripped')
    mustBe(isWhole(content))
    kept.push(segment(marker, content))
    if (isFrame(marker)) frames += 1
    if (marker !== markers.scan) continue
    const end = endOfScan(bytes, at)
    kept.push(bytes.subarray(at, end))
    scans += 1
    at = end
  }
  mustBe(frames === 1 && scans > 0)
  const exif = exifOf(orientation)
  return joined([
    new Uint8Array([0xff, markers.start]),
    ...(isJfif ? [segment(markers.app0, jfif)] : []),
    ...(exif ? [segment(markers.app1, joined([new Uint8Array(bytesOfLetters('Exif\0\0')), exif]))] : []),
    ...(transform === null ? [] : [segment(markers.app14, adobe(transform))]),
    ...kept,
    new Uint8Array([0xff, markers.end]),
  ])
}

const markers = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app14: 0xee,
  app15: 0xef,
  comment: 0xfe,
}

const isDropped = (marker: number) =>
  (marker >= markers.app0 && marker <= markers.app15) || marker === markers.comment

/** Baseline, extended and progressive; what else there is no browser shows. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2

/** What is kept, each if it is exactly as long as what it says of itself. */
const whole = new Map<number, (content: Bytes) => boolean>([
  [0xc0, isFrameHead],
  [0xc1, isFrameHead],
  [0xc2, isFrameHead],
  [0xc4, (content) => areTables(content, (at) => 17 + sumOf(part(content, at + 1, 16)))],
  [0xdb, (content) => areTables(content, (at) => (numberAt(content, at, 1) >= 16 ? 129 : 65))],
  [0xdd, (content) => content.length === 2],
  [markers.scan, (content) => content.length === 4 + 2 * numberAt(content, 0, 1)],
])

function isFrameHead(content: Bytes): boolean {
  return content.length === 6 + 3 * numberAt(content, 5, 1) && numberAt(content, 1, 2) > 0
}

/** Whether tables follow each other to the end; each begins with its class and its number, which are small. */
function areTables(content: Bytes, lengthAt: (at: number) => number): boolean {
  let at = 0
  while (at < content.length) {
    if ((numberAt(content, at, 1) & 0xec) !== 0) return false
    at += lengthAt(at)
  }
  return at === content.length
}

const sumOf = (counts: Bytes) => counts.reduce((sum, count) => sum + count, 0)

/** The marker here, and where it ends; any number of bytes 0xff may stand before it. */
function markerAt(bytes: Bytes, at: number): [marker: number, after: number] {
  mustBe(numberAt(bytes, at, 1) === 0xff)
  let place = at + 1
  while (bytes[place] === 0xff) place += 1
  return [numberAt(bytes, place, 1), place + 1]
}

/** Where the next marker stands; a zero and the marks for beginning again are part of a scan. */
function endOfScan(bytes: Bytes, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const isInside = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isInside) return at
    at += 1
  }
  return bytes.length
}

function segment(marker: number, content: Uint8Array): Bytes {
  return joined([new Uint8Array([0xff, marker, ...bytesOfNumber(content.length + 2, 2)]), content])
}

/** Version 1.01, square pixels, no thumbnail (ITU-T T.871): that the colours are YCbCr. */
const jfif = new Uint8Array([...bytesOfLetters('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])

/** How colours were turned before they were coded (ITU-T T.872, 6.5.3). */
const adobe = (transform: number) =>
  new Uint8Array([...bytesOfLetters('Adobe'), ...bytesOfNumber(100, 2), 0, 0, 0, 0, transform])
