interface Place {
  line: number
  column: number
}

export type ReadJson = { ok: true; value: unknown } | NoJson
export type NoJson = { ok: false; why: 'not_json'; from: Place | null } | { ok: false; why: 'too_deep' }

/** Deeper than this lies nothing that a definition has; what looks at one goes down into it, step by step. */
export const deepest = 40

/** A text as JSON; where the reading ended, as far as the engine says so, if it is none. */
export function readJson(text: string): ReadJson {
  try {
    const value: unknown = JSON.parse(text)
    return isDeeper(value, deepest) ? { ok: false, why: 'too_deep' } : { ok: true, value }
  } catch (error) {
    return { ok: false, why: 'not_json', from: placeOf(error, text) }
  }
}

/** Level by level: however deep it lies, nothing is called within itself. */
function isDeeper(value: unknown, most: number): boolean {
  let level = [value].filter(isNested)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === most) return true
    level = level.flatMap((one) => Object.values(one)).filter(isNested)
  }
  return false
}

const isNested = (it: unknown): it is object => typeof it === 'object' && it !== null

function placeOf(error: unknown, text: string): Place | null {
  const [, at] = /at position (\d+)/.exec(String(error)) ?? []
  if (at === undefined) return null
  const lines = text.slice(0, Number(at)).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
