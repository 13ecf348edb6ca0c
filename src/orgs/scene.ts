import type { Db } from '../db/client.ts'
import type { Newsroom } from '../notices/news.ts'
import type { Rules } from './rules.ts'

/** What every behaviour stands on: the database, the federation's rules, the time, and the news it makes. */
export interface Scene extends Newsroom {
  rules: Rules
}

export function sceneOf(db: Db, rules: Rules, now: Date): Scene {
  return { db, rules, now, news: { waiting: false } }
}
