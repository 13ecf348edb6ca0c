interface Place {
  line: number
  column: number
}

export type ReadJson = { ok: true; value: unknown } | { ok: false; from: Place | null }

/** A text as JSON; where the reading ended, as far as the engine says so, if it is none. */
export function readJson(text: string): ReadJson {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, from: placeOf(error, text) }
  }
}

function placeOf(error: unknown, text: string): Place | null {
  const [, at] = /at position (\d+)/.exec(String(error)) ?? []
  if (at === undefined) return null
  const lines = text.slice(0, Number(at)).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
