import { codeAlphabet } from '../typed/code.ts'

const letters = BigInt(codeAlphabet.length)

/** A new random code, for people to read off a wall or a sheet of paper. */
export function newCode(length: number, random: (bytes: Bytes) => Bytes = fillRandom): string {
  let code = ''
  while (code.length < length) {
    // Bytes past the last whole multiple of 20 would make some letters likelier.
    for (const byte of random(new Uint8Array(length))) {
      if (byte < 240 && code.length < length) code += codeAlphabet[byte % 20]
    }
  }
  return code
}

/** The code of a number: its last places in our alphabet, the lowest first. */
export function codeOf(number: bigint, length: number): string {
  let code = ''
  for (let rest = number; code.length < length; rest /= letters) code += codeAlphabet[Number(rest % letters)]
  return code
}

type Bytes = Uint8Array<ArrayBuffer>

function fillRandom(bytes: Bytes): Bytes {
  return crypto.getRandomValues(bytes)
}
