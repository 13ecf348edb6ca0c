/** What `JSON.parse` makes of an object. */
export type Json = Record<string, unknown>

export function isObject(it: unknown): it is Json {
  return typeof it === 'object' && it !== null && !Array.isArray(it)
}

export function asList(it: unknown): unknown[] {
  return Array.isArray(it) ? it : []
}

/** The same without what is undefined. */
export function without(it: Json): Json {
  return Object.fromEntries(Object.entries(it).filter(([, one]) => one !== undefined))
}
