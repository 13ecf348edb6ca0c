/** A text as it is compared: letters and digits alone, in one width and case, each with where it stood. */
export interface BareText {
  text: string
  /** Where the character of a place began in the text, and where it ended. */
  from: number[]
  to: number[]
}

export function bareText(source: string): BareText {
  const from: number[] = []
  const to: number[] = []
  let text = ''
  let at = 0
  for (const character of source) {
    const end = at + character.length
    const bare = isPlain(character) ? character : bareWords(character)
    for (let unit = 0; unit < bare.length; unit += 1) {
      from.push(at)
      to.push(end)
    }
    text += bare
    at = end
  }
  return { text, from, to }
}

/** The same without the places. Accents go with the marks; of the two small sigmas one is taken. */
export function bareWords(source: string): string {
  return source
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ')
}

/** Common Chinese characters stand for themselves. */
function isPlain(character: string): boolean {
  return character >= '\u4e00' && character <= '\u9fff'
}
