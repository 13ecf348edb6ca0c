import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { fullErrors, roomNow, standingHere } from '../../forms/room.ts'
import type { Settled } from './employer.ts'
import { type Answered, type Posted, pagesOf } from './replying.tsx'

/** A form that was sent when the last place had gone: he may wait, choose something else, or nothing is left. */
export async function withoutPlace(
  c: Context<AppEnv>,
  { answered, settled, ...posted }: Posted & { answered: Answered; settled: Settled },
): Promise<Response> {
  const { definition, opened } = posted.sheet
  const room = await roomNow(c.var.db, opened.form.id)
  const wrong = fullErrors(room, definition, answered.answers)
  const pages = pagesOf(c, { ...posted, sheet: { ...posted.sheet, room }, wrong })
  if (standingHere(room, opened.site) === 'none') return pages.closed({ why: 'full' })
  return Object.keys(wrong).length > 0 ? pages.form(settled, 422) : pages.check(answered, 409, 'noPlace')
}
