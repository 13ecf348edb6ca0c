/** Open Location Code's alphabet: no vowels, no look-alikes. */
const alphabet = '23456789CFGHJMPQRVWX'
const letters = BigInt(alphabet.length)

/** A new random code, for people to read off a wall or a sheet of paper. */
export function newCode(length: number, random: (bytes: Bytes) => Bytes = fillRandom): string {
  let code = ''
  while (code.length < length) {
    // Bytes past the last whole multiple of 20 would make some letters likelier.
    for (const byte of random(new Uint8Array(length))) {
      if (byte < 240 && code.length < length) code += alphabet[byte % 20]
    }
  }
  return code
}

/** A code as people type it: any case, any width, with spaces or hyphens. Null when it cannot be one. */
export function readCode(typed: string, length: number): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null
}

/** The code of a number: its last places in our alphabet, the lowest first. */
export function codeOf(number: bigint, length: number): string {
  let code = ''
  for (let rest = number; code.length < length; rest /= letters) code += alphabet[Number(rest % letters)]
  return code
}

type Bytes = Uint8Array<ArrayBuffer>

function fillRandom(bytes: Bytes): Bytes {
  return crypto.getRandomValues(bytes)
}
