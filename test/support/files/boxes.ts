import { type Bytes, bytesOfNumber } from '../../../src/files/reading-bytes.ts'
import { bytes } from './pieces.ts'

export function box(type: string, ...parts: (string | Uint8Array | number[])[]): Bytes {
  const content = bytes(...parts)
  return bytes(bytesOfNumber(content.length + 8, 4), type, content)
}

/** One that begins with its version and no flags. */
export const fullBox = (type: string, version: number, ...parts: (string | Uint8Array | number[])[]) =>
  box(type, [version, 0, 0, 0], ...parts)

export const two = (number: number) => bytesOfNumber(number, 2)
export const four = (number: number) => bytesOfNumber(number, 4)
