import { inArray } from 'drizzle-orm'
import type { Keys } from '../cases/ciphers.ts'
import { inPieces } from '../cases/keys/in-pieces.ts'
import { isStrict } from '../cases/sight.ts'
import { listed } from '../db/listed.ts'
import { cases } from '../db/tables/cases.ts'
import type { Statement } from '../platform/types.ts'
import { factsOf } from './facts.ts'
import { fold, pairsOf } from './folded-text.ts'
import type { WordIndex } from './index-of-words.ts'
import { placeAt, placesAtOnce } from './places-in-time.ts'
import { type Mark, tokensOf } from './tokens.ts'
import { type OpenedCase, openCases, openRest } from './words-of-cases.ts'

/**
 * Indexes cases as they are by now, each whole: however often it is done, the same is there. What is strict, emptied,
 * gone or cannot be read has no entry afterwards.
 */
export async function indexCases(scene: Keys & WordIndex, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { words } = scene
  const found = await openCases(scene, inArray(cases.id, listed(ids)))
  const open = found.filter((it) => !isStrict(it) && it.state !== 'archived')
  const rest = await openRest(scene, open)
  const tried = await Promise.all(open.map((it) => entryOf(scene, it, rest.get(it.id) ?? null)))
  const entries = tried.filter((it) => it !== null)
  const kept = new Set(entries.map(({ id }) => id))
  const rows = await placed(scene, entries)
  const moved = rows.filter(({ place, had }) => had !== null && had !== place)
  const gone = ids.filter((id) => !kept.has(id))
  await words.batch([
    ...forgetting(words, [...gone, ...moved.map(({ id }) => id)]),
    ...inPieces(rows).flatMap((piece) => [
      words.prepare(writePairs).bind(piece),
      words.prepare(writeEntries).bind(piece),
    ]),
  ])
}

/** Statements: takes cases out of the index. */
export function forgetting(words: WordIndex['words'], ids: readonly string[]): Statement[] {
  const theirs = JSON.stringify(ids)
  return [words.prepare(dropPairs).bind(theirs), words.prepare(dropEntries).bind(theirs)]
}

const ofThese = 'case_id in (select value from json_each(?))'
const dropPairs = `delete from words where rowid in (select place from entries where ${ofThese})`
const dropEntries = `delete from entries where ${ofThese}`

const writePairs = `insert or replace into words (rowid, pairs, case_id)
  select it.value ->> 'place', it.value ->> 'tokens', it.value ->> 'id' from json_each(?) as it`
const writeEntries = `insert into entries (place, case_id, round)
  select it.value ->> 'place', it.value ->> 'id', (select coalesce(max(round), 0) from rounds)
    from json_each(?) as it where true
  on conflict (case_id) do update set round = excluded.round`

interface Entry {
  id: string
  createdAt: Date
  tokens: string
}

/** As many pairs of one case: some 8,000 characters, the form first. By what was written beyond that it is not found. */
const mostPairs = 5000

/** Null where a part of it cannot be read. */
async function entryOf({ secret }: WordIndex, it: OpenedCase, rest: string[] | null): Promise<Entry | null> {
  if (!it.answers || !rest) return null
  const pairs = pairsIn([...it.answers, ...rest])
  const marks = [...factsOf(it), ...Array.from(pairs, (pair): Mark => `pair ${pair}`)]
  return { id: it.id, createdAt: it.createdAt, tokens: (await tokensOf(secret, marks)).join(' ') }
}

function pairsIn(texts: readonly string[]): Set<string> {
  const pairs = new Set<string>()
  for (const text of texts)
    for (const pair of pairsOf(fold(text).text)) {
      if (pairs.size === mostPairs) return pairs
      pairs.add(pair)
    }
  return pairs
}

const lookUp = `select (select place from entries where case_id = it.value ->> 'id') as place,
    (select max(place) from entries where place between it.value ->> 'first' and it.value ->> 'last') as taken
  from json_each(?) as it`

/**
 * Each keeps the place that it has, unless the time of its case was cut to the day since; a new one takes the next that is
 * free in its instant.
 */
async function placed(
  { words }: WordIndex,
  entries: readonly Entry[],
): Promise<(Entry & { place: number; had: number | null })[]> {
  const asked = entries.map(({ id, createdAt }) => {
    const first = placeAt(createdAt)
    return { id, first, last: first + placesAtOnce - 1 }
  })
  const { results } = await words.prepare(lookUp).bind(JSON.stringify(asked)).all()
  const known = results as { place: number | null; taken: number | null }[]
  const given = new Set<number>()
  return entries.map((entry, at) => {
    const { place: had = null, taken = null } = known[at] ?? {}
    const { first = 0, last = 0 } = asked[at] ?? {}
    if (had !== null && had >= first && had <= last) return { ...entry, place: had, had }
    let free = taken === null ? first : taken + 1
    while (given.has(free)) free += 1
    given.add(free)
    return { ...entry, place: free, had }
  })
}
