/** An error whose words are ours throughout, so that a log may repeat them. */
export class PlainError extends Error {}

/**
 * Says in the log what failed and where, never what was written: messages of errors are left out, because
 * the database puts into them what a statement was given, which may be a worker's own words.
 */
export function logFailure(what: string, error?: unknown): void {
  console.error(error === undefined ? what : `${what}: ${traceOf(error)}`)
}

/** Says in the log how much of something was done, in words of ours. */
export function logCount(what: string, count: number): void {
  console.info(`${what}: ${count}`)
}

/** What kind of error it is, what SQLite or D1 called it, and the places in the code that it came through. */
export function traceOf(error: unknown): string {
  return causesOf(error)
    .map((one) => [kindOf(one), ...codesOf(one.message), placesOf(one)].filter(Boolean).join(' '))
    .join('\ncaused by ')
}

/** An error and what caused it, from the outside in; what is no error has nothing that could be told. */
function causesOf(error: unknown): Error[] {
  const found: Error[] = []
  for (let one = error; one instanceof Error && found.length < 5; one = one.cause) found.push(one)
  return found
}

function kindOf(error: Error): string {
  return error instanceof PlainError ? error.message : error.constructor.name
}

/** Names that no text of a person carries: of errors of the database, and the columns that a rule names. */
function codesOf(message: string): string[] {
  const [, rule] = /\b([A-Z]+ [A-Z ]*constraint failed: [a-z_]+\.[a-z_]+)\b/.exec(message) ?? []
  return [...new Set(message.match(/\b(?:SQLITE|D1)_[A-Z_]+\b/g)), ...(rule ? [rule] : [])]
}

/** The stack without the message at its head, which may go over many lines; nothing where that is not found. */
function placesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message)
  return at < 0 ? '' : stack.slice(at + message.length).trimEnd()
}
