import { inArray } from 'drizzle-orm'
import type { Keys } from '../cases/ciphers.ts'
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
  const rows = JSON.stringify(await placed(scene, entries))
  await words.batch([
    ...forgetting(
      words,
      ids.filter((id) => !kept.has(id)),
    ),
    words.prepare(writePairs).bind(rows),
    words.prepare(writeEntries).bind(rows),
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

/** Null where a part of it cannot be read. */
async function entryOf({ secret }: WordIndex, it: OpenedCase, rest: string[] | null): Promise<Entry | null> {
  if (!it.answers || !rest) return null
  const pairs = new Set([...it.answers, ...rest].flatMap((text) => [...pairsOf(fold(text).text)]))
  const marks = [...factsOf(it), ...Array.from(pairs, (pair): Mark => `pair ${pair}`)]
  return { id: it.id, createdAt: it.createdAt, tokens: (await tokensOf(secret, marks)).join(' ') }
}

const lookUp = `select (select place from entries where case_id = it.value ->> 'id') as place,
    (select max(place) from entries where place between it.value ->> 'first' and it.value ->> 'last') as taken
  from json_each(?) as it`

/** Each keeps the place that it has; a new one takes the next that is free in its instant. */
async function placed(
  { words }: WordIndex,
  entries: readonly Entry[],
): Promise<(Entry & { place: number })[]> {
  const asked = entries.map(({ id, createdAt }) => {
    const first = placeAt(createdAt)
    return { id, first, last: first + placesAtOnce - 1 }
  })
  const { results } = await words.prepare(lookUp).bind(JSON.stringify(asked)).all()
  const known = results as { place: number | null; taken: number | null }[]
  const given = new Set<number>()
  return entries.map((entry, at) => {
    const { place = null, taken = null } = known[at] ?? {}
    if (place !== null) return { ...entry, place }
    let free = taken === null ? placeAt(entry.createdAt) : taken + 1
    while (given.has(free)) free += 1
    given.add(free)
    return { ...entry, place: free }
  })
}
