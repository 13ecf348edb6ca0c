import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { asksPlace } from '../../forms/meaning.ts'
import { shut } from '../../forms/opening.ts'
import { standingHere } from '../../forms/room.ts'
import type { Opened } from '../../forms/versions.ts'
import { FormBody } from '../../ui/form-body.ts'
import { bringStyles } from '../../ui/inlining.ts'
import { query } from '../../urls.ts'
import { hasForgotten } from '../paged/resume-cookie.ts'
import { showBegun, showFirst } from '../paged/show-paged.tsx'
import { FormPage, type Sheet } from './form-page.tsx'
import { elsewhere } from './not-open.tsx'
import { withToken } from './page-cache.ts'
import { roomHere } from './room-here.ts'
import { newToken } from './token.ts'

const nothing = { values: new FormBody(new Map()), errors: {}, candidates: [] }

/** The empty form, with its styles in it: from the isolate's memory where it was rendered within the last half minute. */
export async function showForm(c: Context<AppEnv>, opened: Opened, path: string) {
  // What was begun here is gone on with, also where the form is another one by now.
  const begun = await showBegun(c, opened, path)
  if (begun) return begun
  const why = shut(opened, c.var.now)
  if (why) return elsewhere(c, why)
  const room = await roomHere(c, opened, opened.version.definition)
  if (standingHere(room, opened.site) === 'none') return elsewhere(c, { why: 'full' })
  if (opened.version.definition.layout === 'paged') return showFirst(c, opened, path)
  const { rules, now } = c.var
  const view = bringStyles(c)
  view.locates = asksPlace(opened.version.definition)
  const { search } = new URL(c.req.url)
  const isForgotten = hasForgotten(c)
  const token = await newToken(c.env.secrets.receipts, path, opened.version.id, now)
  const render = async (token: string) => {
    const { definition } = opened.version
    const sheet: Sheet = { view, rules, opened, definition, action: actionOf(c, path), token, room }
    const page = { sheet, asking: { view, ...nothing, room }, isForgotten }
    return String(await (<FormPage {...page} />))
  }
  // How many places are left may be otherwise a moment later.
  const isUsual = !opened.form.isCounted && /^(\?(lang|view)=[a-z]{2,8})?$/.test(search)
  const key = `${view.locale} ${view.elder} ${isForgotten} ${search}`
  const html = isUsual ? await withToken({ opened, rules, view: key }, token, render) : await render(token)
  c.header('Cache-Control', 'private, no-cache')
  return c.html(html)
}

/** Where the form is posted: its own path, with the language and size of type that were asked for. */
export function actionOf(c: Context<AppEnv>, path: string): string {
  return path + query({ lang: c.req.query('lang'), view: c.req.query('view') })
}
