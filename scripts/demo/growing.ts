import {
  caseRows,
  dutyRows,
  eventRows,
  grievanceRows,
  messageRows,
  nearestRows,
  ratingRows,
  replyRows,
  submissionRows,
} from './many-rows.ts'

const chunk = 2500

/**
 * Grows a seeded demo federation to `count` cases: most of them history of the last two years, the rest
 * open at every step of the way. Nothing in it is random.
 */
export async function growTo(d1: D1Database, count: number, now: Date): Promise<void> {
  const there = await d1.prepare('select count(*) as present from cases').first<{ present: number }>()
  // Below the numbers that are drawn for real ones.
  const first = (there?.present ?? 0) + 1
  const end = count + 1
  for (let from = first; from < end; from += chunk) {
    const span = { from, to: Math.min(from + chunk, end) - 1, now: now.getTime() }
    const kinds = [
      submissionRows,
      caseRows,
      grievanceRows,
      dutyRows,
      nearestRows,
      eventRows,
      replyRows,
      ratingRows,
      messageRows,
      nearestRows,
    ]
    await d1.batch(kinds.map((rows) => d1.prepare(rows(span))))
  }
}
