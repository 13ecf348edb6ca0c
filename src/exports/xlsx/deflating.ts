import { constants, crc32, deflateRawSync } from 'node:zlib'

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
 * behind the other, are the file. Each but the last ends with an empty block, up to a byte.
 */
export function deflated(
  text: string,
  { crc, size }: Sum,
  isLast: boolean,
): { bytes: Uint8Array<ArrayBuffer>; sum: Sum } {
  const raw = new TextEncoder().encode(text)
  const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
  const bytes = new Uint8Array(deflateRawSync(raw, { level: 3, finishFlush }))
  return { bytes, sum: { crc: crc32(raw, crc), size: size + raw.length } }
}
