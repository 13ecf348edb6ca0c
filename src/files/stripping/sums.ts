/** The checksum of PNG (ISO 3309) of bytes that follow those with the sum before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before
  for (const byte of bytes) sum = (sum >>> 8) ^ (lowFirst[(sum ^ byte) & 255] ?? 0)
  return ~sum >>> 0
}

/** The checksum of Ogg (RFC 3533): the same polynomial with the highest bit first, from zero. */
export function oggSum(pieces: readonly Uint8Array[]): number {
  let sum = 0
  for (const piece of pieces)
    for (const byte of piece) sum = (sum << 8) ^ (highFirst[(sum >>> 24) ^ byte] ?? 0)
  return sum >>> 0
}

const lowFirst = table((byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  return sum
})

const highFirst = table((byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0)
  return sum
})

function table(sumOf: (byte: number) => number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => sumOf(byte))
}
