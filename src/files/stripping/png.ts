import {
  type Bytes,
  bytesOfLetters,
  bytesOfNumber,
  joined,
  lettersAt,
  numberAt,
  part,
} from '../reading-bytes.ts'
import { mustBe } from '../unfit.ts'
import { exifOf, orientationIn } from './orientation.ts'
import { crc32 } from './sums.ts'

/**
 * A PNG (ISO/IEC 15948, third edition) of its head, palette, transparency and pixels; which way up is written anew.
 * Texts, times, profiles, further frames and all that follows its end are gone.
 */
export function strippedPng(bytes: Bytes): Bytes {
  const before: Bytes[] = []
  const pixels: Bytes[] = []
  let orientation = 1
  let at = signatureLength
  for (;;) {
    const length = numberAt(bytes, at, 4)
    const name = lettersAt(bytes, at + 4, 4)
    const whole = part(bytes, at, length + 12)
    const content = part(bytes, at + 8, length)
    mustBe((name === 'IHDR') === (at === signatureLength))
    if (name === 'eXIf') orientation = orientationIn(content)
    if (name === 'IDAT') pixels.push(whole)
    else if (name in longest) {
      mustBe(length <= (longest[name] ?? 0))
      mustBe(crc32(content, crc32(part(bytes, at + 4, 4))) === numberAt(bytes, at + 8 + length, 4))
      if (name === 'IEND') break
      before.push(whole)
    } else mustBe(isIgnorable(name), 'cannot_be_stripped')
    at += length + 12
  }
  mustBe(pixels.length > 0)
  const exif = exifOf(orientation)
  return joined([
    bytes.subarray(0, signatureLength),
    ...before,
    ...(exif ? [chunk('eXIf', exif)] : []),
    ...pixels,
    chunk('IEND', new Uint8Array()),
  ])
}

const signatureLength = 8

/** What is kept beside the pixels, and how long it may be. */
const longest: Record<string, number> = { IHDR: 13, PLTE: 768, tRNS: 256, IEND: 0 }

/** A small first letter: whoever does not know it shows the picture without it. */
const isIgnorable = (name: string) => /^[a-z][A-Za-z]{3}$/.test(name)

function chunk(name: string, content: Bytes): Bytes {
  const named = joined([new Uint8Array(bytesOfLetters(name)), content])
  return joined([
    new Uint8Array(bytesOfNumber(content.length, 4)),
    named,
    new Uint8Array(bytesOfNumber(crc32(named), 4)),
  ])
}
