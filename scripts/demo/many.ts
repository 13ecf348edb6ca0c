import { growTo } from './growing.ts'
import type { Secrets } from './secrets.ts'
import { isEmpty, seedDemo } from './seed.ts'

/** A demo federation of `count` cases, for measuring. Seeds it where it is missing. */
export async function seedMany(d1: D1Database, count: number, now: Date, secrets: Secrets): Promise<void> {
  if (await isEmpty(d1)) await seedDemo(d1, now, secrets)
  await growTo(d1, count, now)
}
