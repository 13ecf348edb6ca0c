import * as fc from 'fast-check'
import type { Bytes } from '../../../src/files/reading-bytes.ts'
import { amr } from './amr.ts'
import { heic } from './heic.ts'
import { jpeg } from './jpeg.ts'
import { mp3 } from './mp3.ts'
import { mp4 } from './mp4.ts'
import { ogg } from './ogg.ts'
import type { Maker, Wish } from './pieces.ts'
import { png } from './png.ts'
import { webp } from './webp.ts'

export const makers: Maker[] = [jpeg, png, webp, heic, mp4, mp3, ogg, amr]

/** A word that no file has by chance. */
export const someWord = fc.string({ unit: fc.constantFrom(...'ABCDEFGHKM'), minLength: 16, maxLength: 24 })

/** Any choice of what a file of this kind can be made with. */
export function someWish({ places }: Maker): fc.Arbitrary<Wish> {
  return fc.record({
    word: someWord,
    places: fc.subarray([...places]),
    orientation: fc.integer({ min: 1, max: 8 }),
  })
}

/** Whether a word stands in a file, or so much of it that it tells. */
export function holds(file: Bytes, word: string): boolean {
  return String.fromCharCode(...file).includes(word.length < 30 ? word.slice(0, 8) : word)
}
