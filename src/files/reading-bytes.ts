import { mustBe } from './unfit.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** A whole number of so many bytes, the highest first; at most six, which is as far as numbers are exact. */
export function numberAt(bytes: Bytes, at: number, width: number): number {
  let number = 0
  for (const byte of part(bytes, at, width)) number = number * 256 + byte
  return number
}

/** The same with the lowest byte first. */
export function littleNumberAt(bytes: Bytes, at: number, width: number): number {
  return part(bytes, at, width).reduceRight((number, byte) => number * 256 + byte, 0)
}

/** So many bytes as letters. */
export function lettersAt(bytes: Bytes, at: number, length: number): string {
  return String.fromCharCode(...part(bytes, at, length))
}

/** A view of so many bytes; a file that ends before is broken. */
export function part(bytes: Bytes, at: number, length: number): Bytes {
  mustBe(at >= 0 && length >= 0 && at + length <= bytes.length)
  return bytes.subarray(at, at + length)
}

/** Whether the letters stand there; not where the file ends before. */
export function hasLetters(bytes: Bytes, at: number, letters: string): boolean {
  return at + letters.length <= bytes.length && lettersAt(bytes, at, letters.length) === letters
}

export function joined(pieces: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** A number as so many bytes, the highest first. */
export function bytesOfNumber(number: number, width: number): number[] {
  return Array.from({ length: width }, (_, at) => Math.floor(number / 256 ** (width - 1 - at)) % 256)
}

/** The same with the lowest byte first. */
export const littleBytesOf = (number: number, width: number) => bytesOfNumber(number, width).reverse()

export const bytesOfLetters = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0))
