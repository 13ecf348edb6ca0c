import { isObject } from './json.ts'

/** The keys of what was given that reading it left out: paths of keys that nobody knows. */
export function unknownKeys(
  given: unknown,
  read: unknown,
  at: (string | number)[] = [],
): (string | number)[][] {
  if (Array.isArray(given) && Array.isArray(read))
    return given.flatMap((one, index) => unknownKeys(one, read[index], [...at, index]))
  if (!isObject(given) || !isObject(read)) return []
  return Object.keys(given).flatMap((key) =>
    key in read ? unknownKeys(given[key], read[key], [...at, key]) : [[...at, key]],
  )
}
