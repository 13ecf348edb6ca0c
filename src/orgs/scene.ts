import type { Db } from '../db/client.ts'
import type { Keyring } from '../encryption/keyring.ts'
import type { Newsroom } from '../notices/news.ts'
import type { Rules } from './rules.ts'

/** What every behaviour stands on: the database and its keys, the federation's rules, the time, and the news it makes. */
export interface Scene extends Newsroom {
  rules: Rules
  keys: Keyring
}

export function sceneOf(db: Db, keys: Keyring, rules: Rules, now: Date): Scene {
  return { db, keys, rules, now, news: { waiting: false } }
}
