import { type Db, openDb } from '../db/client.ts'
import { type Keyring, keyringOf } from '../encryption/keyring.ts'
import type { Newsroom } from '../notices/news.ts'
import type { Platform } from '../platform/types.ts'
import { loadRules, type Rules } from './rules.ts'

/** What every behaviour stands on: the database and its keys, the federation's rules, the time, and the news it makes. */
export interface Scene extends Newsroom {
  rules: Rules
  keys: Keyring
}

export function sceneOf(db: Db, keys: Keyring, rules: Rules, now: Date): Scene {
  return { db, keys, rules, now, news: { waiting: false } }
}

/** What a job stands on, over the newest copy of the database. */
export async function openScene(platform: Platform, now: Date): Promise<Scene> {
  const db = openDb(platform.openDatabase('newest').database)
  return sceneOf(db, keyringOf(platform), await loadRules(db, now), now)
}
