import { asc, gt } from 'drizzle-orm'
import type { Keys } from '../cases/ciphers.ts'
import { cases } from '../db/tables/cases.ts'
import { secretIdOf } from '../encryption/keyring.ts'
import type { WordIndex } from './index-of-words.ts'
import { forgetting, indexCases } from './indexing.ts'

/** As many cases as one run indexes within the time of the free plan. */
const slice = 20
/** As many as it takes out, for which nothing is opened. */
const gone = 200

/**
 * Goes through all cases once, a slice a run, where the index is new, another secret made it, or somebody asked for it
 * (`npm run search:rebuild`); at the end it takes out what belongs to no case any more. It goes on from where it was
 * stopped. Answers whether another run is needed at once.
 */
export async function indexAll(scene: Keys & WordIndex): Promise<{ more: boolean }> {
  const { words } = scene
  const round = await beginRound(scene)
  if (round.done) return { more: false }
  const next = await scene.db
    .select({ id: cases.id })
    .from(cases)
    .where(gt(cases.id, round.upTo))
    .orderBy(asc(cases.id))
    .limit(slice)
  const last = next.at(-1)
  if (last) {
    const ids = next.map(({ id }) => id)
    await indexCases(scene, await notMetYet(scene, round, ids))
    await words.prepare('update rounds set up_to = ? where round = ?').bind(last.id, round.round).run()
    return { more: true }
  }
  const left = await leftBehind(scene, round)
  await words.batch([
    ...forgetting(words, left),
    words.prepare('update rounds set done = ? where round = ?').bind(Number(left.length < gone), round.round),
  ])
  return { more: left.length === gone }
}

/** The round that runs, or the last one; another one begins where the index is new, or another secret made it. */
export async function beginRound(index: WordIndex): Promise<Round> {
  return (await lastRound(index)) ?? nextRound(index)
}

interface Round {
  round: number
  upTo: string
  done: number
}

async function lastRound({ words, secret }: WordIndex): Promise<Round | null> {
  const { results } = await words
    .prepare('select round, secret, up_to as "upTo", done from rounds order by round desc limit 1')
    .all()
  const [last] = results as (Round & { secret: string })[]
  return last?.secret === (await secretIdOf(secret)) ? last : null
}

async function nextRound({ words, secret }: WordIndex): Promise<Round> {
  const { results } = await words
    .prepare(
      `insert into rounds (round, secret, up_to, done)
         values ((select coalesce(max(round), 0) + 1 from rounds), ?, '', 0)
       returning round, up_to as "upTo", done`,
    )
    .bind(await secretIdOf(secret))
    .all()
  const [begun] = results as Round[]
  if (!begun) throw new Error('No round was begun')
  return begun
}

/** What was not indexed since the round began: a change of a case may have been faster. */
async function notMetYet({ words }: WordIndex, { round }: Round, ids: readonly string[]): Promise<string[]> {
  const { results } = await words
    .prepare(
      'select case_id as id from entries where round = ? and case_id in (select value from json_each(?))',
    )
    .bind(round, JSON.stringify(ids))
    .all()
  const met = new Set((results as { id: string }[]).map(({ id }) => id))
  return ids.filter((id) => !met.has(id))
}

/** What this round has not met. */
async function leftBehind({ words }: WordIndex, { round }: Round): Promise<string[]> {
  const { results } = await words
    .prepare('select case_id as id from entries where round < ? limit ?')
    .bind(round, gone)
    .all()
  return (results as { id: string }[]).map(({ id }) => id)
}
