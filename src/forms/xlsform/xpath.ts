/** An expression of XLSForm, of the part of XPath that its documents use; it is looked at, and never run. */
export type XPath =
  | { is: 'number'; value: number }
  | { is: 'text'; value: string }
  /** `${name}`; the question itself where it is `.`. */
  | { is: 'name'; name: string }
  | { is: 'call'; name: string; args: XPath[] }
  | { is: 'binary'; operator: string; left: XPath; right: XPath }

/** Longer ones, those that lie deeper, and those that join more, nobody can read any more. */
const longest = 4000
const deepest = 40
const mostJoined = 200

/** An expression as it is written; null where it is none, or of another part of XPath. */
export function readXPath(text: string): XPath | null {
  const tokens = text.length <= longest ? tokensOf(text) : null
  if (!tokens) return null
  const cursor = { tokens, at: 0, depth: 0, joined: 0 }
  const read = readBinary(cursor, 0)
  return read && cursor.at === tokens.length ? read : null
}

type Token = { is: 'number' | 'text' | 'name' | 'sign' | 'word'; value: string }

const token =
  /\s*(?:\$\{([^{}]+)\}|(\d+(?:\.\d+)?|\.\d+)|'([^']*)'|"([^"]*)"|(<=|>=|!=|[=<>+*(),-])|(\.)|([a-z][\w-]*))\s*/iy

function tokensOf(text: string): Token[] | null {
  // Spreadsheets make quotes of books out of those that are typed.
  const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < plain.length) {
    const [, name, number, single, double, sign, self, word] = token.exec(plain) ?? []
    const quoted = single ?? double
    if (name?.trim()) tokens.push({ is: 'name', value: name.trim() })
    else if (number !== undefined) tokens.push({ is: 'number', value: number })
    else if (quoted !== undefined) tokens.push({ is: 'text', value: quoted })
    else if (sign !== undefined) tokens.push({ is: 'sign', value: sign })
    else if (self !== undefined) tokens.push({ is: 'name', value: self })
    else if (word !== undefined) tokens.push({ is: 'word', value: word.toLowerCase() })
    else return null
  }
  return tokens
}

interface Cursor {
  tokens: Token[]
  at: number
  depth: number
  joined: number
}

/** From what binds least on. */
const binding = [['or'], ['and'], ['=', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', 'div']]

function readBinary(cursor: Cursor, level: number): XPath | null {
  const operators = binding[level]
  if (!operators) return readSigned(cursor)
  let left = readBinary(cursor, level + 1)
  for (let next = cursor.tokens[cursor.at]; left; next = cursor.tokens[cursor.at]) {
    const isOperator = next?.is === 'sign' || next?.is === 'word'
    if (!next || !isOperator || !operators.includes(next.value)) return left
    cursor.at++
    if (++cursor.joined > mostJoined) return null
    const right = readBinary(cursor, level + 1)
    left = right && { is: 'binary', operator: next.value, left, right }
  }
  return null
}

function readSigned(cursor: Cursor): XPath | null {
  if (!isNext(cursor, '-')) return readOne(cursor)
  cursor.at++
  const one = readOne(cursor)
  if (one?.is === 'number') return { is: 'number', value: -one.value }
  return one && { is: 'binary', operator: '-', left: { is: 'number', value: 0 }, right: one }
}

function readOne(cursor: Cursor): XPath | null {
  const next = cursor.tokens[cursor.at++]
  if (!next) return null
  if (next.is === 'number') return { is: 'number', value: Number(next.value) }
  if (next.is === 'text') return { is: 'text', value: next.value }
  if (next.is === 'name') return { is: 'name', name: next.value }
  if (next.is === 'word' && isNext(cursor, '(')) {
    cursor.at++
    const args = readArguments(cursor)
    return args && { is: 'call', name: next.value, args }
  }
  if (next.value !== '(') return null
  const [only, another] = readArguments(cursor) ?? []
  return only && !another ? only : null
}

/** What stands between brackets, of which the first is read. */
function readArguments(cursor: Cursor): XPath[] | null {
  const args: XPath[] = []
  if (++cursor.depth > deepest) return null
  for (; !isNext(cursor, ')'); ) {
    if (args.length > 0 && !isNext(cursor, ',')) return null
    if (args.length > 0) cursor.at++
    const one = readBinary(cursor, 0)
    if (!one) return null
    args.push(one)
  }
  cursor.at++
  cursor.depth--
  return args
}

function isNext({ tokens, at }: Cursor, sign: string): boolean {
  const next = tokens[at]
  return next?.is === 'sign' && next.value === sign
}
