import { eq, gt } from 'drizzle-orm'
import type { Db, Statement } from '../../db/client.ts'
import { cases } from '../../db/tables/cases.ts'
import { keyJobs } from '../../db/tables/keys.ts'
import type { Scene } from '../../orgs/scene.ts'

export type Progress = typeof keyJobs.$inferSelect

/** How far a job had come when it ran last, for whatever that was. */
export function lastProgress(db: Db, job: Progress['job']): Promise<Progress | undefined> {
  return db.select().from(keyJobs).where(eq(keyJobs.job, job)).get()
}

/** How far it has come with what is wanted; at the beginning where it never ran, or ran for something else. */
export function progressFor(job: Progress['job'], wanted: string, last: Progress | undefined): Progress {
  return last?.for === wanted ? last : { job, for: wanted, upTo: '', done: false, reachedAt: null }
}

/** Statement: keeps how far it has come. */
export function saved(db: Db, progress: Progress): Statement {
  return db.insert(keyJobs).values(progress).onConflictDoUpdate({ target: keyJobs.job, set: progress })
}

/** Whether everybody who may have begun before the last case was reached has ended since. */
export function isSettled({ reachedAt }: Progress, { now }: Pick<Scene, 'now'>): boolean {
  return reachedAt !== null && now.getTime() - reachedAt.getTime() >= halfAnHour
}

const halfAnHour = 30 * 60_000

/** How many cases are still to be looked at until nothing of any lies there as it was written. */
export async function leftToEncrypt(db: Db): Promise<number> {
  const { done, upTo } = progressFor('encrypting', 'all', await lastProgress(db, 'encrypting'))
  return done ? 0 : db.$count(cases, gt(cases.id, upTo))
}
