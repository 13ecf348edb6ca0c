/** A text as it is looked for, and where in it each unit of that stood. */
export interface Folded {
  text: string
  from: number[]
  to: number[]
}

const gap = ' '

/**
 * Full-width signs become half-width ones, capitals small letters, and what is neither letter nor digit a gap. White
 * space beside a Chinese character is none: lines break there, and people write “7 月” as well as “7月”.
 */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] }
  let between: 'nothing' | 'space' | 'sign' = 'nothing'
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const letters = lettersOf(character)
    if (letters === '') between = between !== 'sign' && /\s/.test(character) ? 'space' : 'sign'
    else {
      if (between === 'sign' || (between === 'space' && !isJoined(folded.text, letters)))
        add(folded, gap, at, at)
      add(folded, letters, at, end)
      between = 'nothing'
    }
    at = end
  }
  return folded
}

/** The pieces of what somebody typed, all of which a text is to hold: he parts them by spaces or signs. */
export function piecesOf(typed: string): string[] {
  const pieces = typed.split(/\s+/).flatMap((word) => fold(word).text.split(gap))
  return [...new Set(pieces.filter((piece) => piece !== ''))]
}

/** Each two characters that stand beside each other in a folded text, once. */
export function pairsOf(folded: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of folded.split(gap)) {
    let before = ''
    for (const character of run) {
      if (before !== '') pairs.add(before + character)
      before = character
    }
  }
  return pairs
}

/** Whether it is long enough to be looked for. */
export function isPair(piece: string): boolean {
  return [...piece].length >= 2
}

/** Whether it is one pair, and not several that might stand apart. */
export function isJustPair(piece: string): boolean {
  return [...piece].length === 2
}

function lettersOf(character: string): string {
  return character
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

const isHan = /\p{sc=Han}$/u
const startsHan = /^\p{sc=Han}/u

function isJoined(before: string, next: string): boolean {
  return isHan.test(before) || startsHan.test(next)
}

function add(folded: Folded, letters: string, from: number, to: number): void {
  if (letters === gap && folded.text === '') return
  folded.text += letters
  for (let unit = 0; unit < letters.length; unit += 1) {
    folded.from.push(from)
    folded.to.push(to)
  }
}
