import { headsBefore } from '../cases/record/days.ts'
import { factory } from '../env.ts'
import { monthIn, spanOf } from '../figures/months.ts'
import { publishedSince } from '../figures/published.ts'
import { monthBefore, nextMonth } from '../orgs/calendar.ts'
import { urls } from '../urls.ts'
import { BoardPage } from './board-page.tsx'
import { HeadsPage } from './heads-page.tsx'

/** As many months as stand on the page, before the one that runs. */
const monthsShown = 12
/** As many days as stand on a page of the record. */
const daysShown = 31

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

board.get(urls.record, async (c) => {
  const { db, view } = c.var
  const heads = await headsBefore(db, c.req.query('before'), daysShown + 1)
  const shown = heads.slice(0, daysShown)
  const last = heads.length > daysShown ? shown.at(-1)?.day : undefined
  c.header('Cache-Control', 'private, no-cache')
  return c.html(<HeadsPage view={view} heads={shown} last={last} />)
})
