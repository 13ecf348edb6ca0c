import { Deflate } from 'fflate'

/** What a file in an archive came to so far, as the archive says at its end. */
export interface Sum {
  /** CRC-32 (ISO 3309). */
  crc: number
  /** In bytes, as they were. */
  size: number
}

export const nothingYet: Sum = { crc: 0, size: 0 }

/**
 * A slice of one deflated file (RFC 1951) and what all so far come to: slices that are made apart from each other, put one
 * behind the other, are the file.
 */
export function deflated(
  text: string,
  { crc, size }: Sum,
  isLast: boolean,
): { bytes: Uint8Array<ArrayBuffer>; sum: Sum } {
  const raw = new TextEncoder().encode(text)
  const chunks: Uint8Array[] = []
  const deflate = new Deflate({ level: 3 }, (chunk) => chunks.push(chunk))
  deflate.push(raw, isLast)
  if (!isLast) deflate.flush(true)
  return { bytes: together(chunks), sum: { crc: crcOf(raw, crc), size: size + raw.length } }
}

function together(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = ~before
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
