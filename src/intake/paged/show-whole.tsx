import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { asksPlace } from '../../forms/meaning.ts'
import { bodyOf } from '../../ui/form-body.ts'
import { FormPage } from '../form/form-page.tsx'
import { settledIn } from './employer-asked.ts'
import { keptIn, type Walk } from './walk.ts'

/** A form of one page as it was left: right or wrong, its words stand where they were typed. */
export async function showWhole(c: Context<AppEnv>, walk: Walk, hasChanged: boolean): Promise<Response> {
  const { sheet, draft } = walk
  const { view } = sheet
  view.locates = asksPlace(sheet.definition)
  const { candidates } = await settledIn(c, walk)
  const asking = { view, values: bodyOf(draft.entries), errors: {}, candidates, room: sheet.room }
  c.header('Cache-Control', 'no-store')
  return c.html(
    <FormPage sheet={sheet} asking={asking} kept={keptIn(walk)} again={hasChanged ? 'changed' : undefined} />,
  )
}
