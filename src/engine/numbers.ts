import { type SQL, sql } from 'drizzle-orm'

const least = 10_000_000
const most = 99_999_999

/**
 * SQL: a number that no case has, out of several that were drawn. A sequence would count the filings of the
 * whole county for anybody who files twice; and of eight drawn, one is free for as long as numbers are.
 */
export function freeNumber(drawn = drawNumbers(8)): SQL<number> {
  return sql`(select value from json_each(${JSON.stringify(drawn)})
    where not exists (select 1 from cases other where other.number = value) limit 1)`
}

function drawNumbers(count: number): number[] {
  const random = crypto.getRandomValues(new Uint32Array(count))
  return Array.from(random, (word) => least + (word % (most - least + 1)))
}
