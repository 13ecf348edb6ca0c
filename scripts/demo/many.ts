import { caseRows, eventRows, messageRows, ratingRows, replyRows, submissionRows } from './many-rows.ts'
import { isEmpty, seedDemo } from './seed.ts'

const chunk = 2500

/**
 * Grows the demo federation to `count` cases, for measuring: most of them history of the last two years,
 * the rest open at every step of the way. Nothing in it is random. Seeds the federation where it is missing.
 */
export async function seedMany(d1: D1Database, count: number, now: Date, secret: string): Promise<void> {
  if (await isEmpty(d1)) await seedDemo(d1, now, secret)
  const last = await d1.prepare('select count(*) as present, max(number) as number from cases').first<{
    present: number
    number: number | null
  }>()
  const first = (last?.number ?? 0) + 1
  const end = first + count - (last?.present ?? 0)
  for (let from = first; from < end; from += chunk) {
    const span = { from, to: Math.min(from + chunk, end) - 1, now: now.getTime() }
    const kinds = [submissionRows, caseRows, eventRows, replyRows, ratingRows, messageRows]
    await d1.batch(kinds.map((rows) => d1.prepare(rows(span))))
  }
}
