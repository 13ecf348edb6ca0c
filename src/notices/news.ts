import type { Db } from '../db/client.ts'

/** Whether something was written for people in this request or job, so that the sender is woken once after it. */
export interface News {
  waiting: boolean
}

/** What writing a notice stands on. */
export interface Newsroom {
  db: Db
  now: Date
  news: News
}
