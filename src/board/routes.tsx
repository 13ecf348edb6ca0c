import { factory } from '../env.ts'
import { monthBefore, monthIn, nextMonth, spanOf } from '../figures/months.ts'
import { publishedSince } from '../figures/published.ts'
import { urls } from '../urls.ts'
import { BoardPage } from './board-page.tsx'

/** As many months as stand on the page, before the one that runs. */
const monthsShown = 12

export const board = factory.createApp()

board.get(urls.board, async (c) => {
  const { db, view, now } = c.var
  const running = monthIn(view.zone, now)
  let first = running
  for (let count = 0; count < monthsShown; count += 1) first = monthBefore(first)
  const published = await publishedSince(db, first)
  const next = spanOf(view.zone, nextMonth(running)).from
  c.header('Cache-Control', 'private, no-cache')
  return c.html(<BoardPage view={view} published={published} next={next} />)
})
