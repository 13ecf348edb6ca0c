import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import { filesOf, type WithFiles } from '../../forms/draft-files.ts'
import { endDraftSoon, forgetDraft } from '../../forms/form-drafts.ts'
import { standingHere } from '../../forms/room.ts'
import { nextPlace } from '../../forms/stepping.ts'
import { logFailure } from '../../log.ts'
import { secondsOfDayLeft } from '../../orgs/zone.ts'
import { bodyOf } from '../../ui/form-body.ts'
import { textsOf } from '../../ui/kept-words.ts'
import { askToWait, mayTry } from '../../ui/limiting.ts'
import { CheckPage } from '../check/check-page.tsx'
import { destinationBefore } from '../check/destination-before.ts'
import { sendForm } from '../check/send-form.tsx'
import { isTooFast } from '../form/before-taking.ts'
import type { Settled } from '../form/employer.ts'
import type { Again } from '../form/form-page.tsx'
import { onPath } from '../form/form-parts.ts'
import { NotOpenPage } from '../form/not-open.tsx'
import { employerPage, settledIn } from './employer-asked.ts'
import { carriedAt } from './one-page.tsx'
import { forgetCode } from './resume-cookie.ts'
import { showPlace } from './show-place.tsx'
import { keptIn, type Walk, walkOf } from './walk.ts'

/** Everything once more before it is sent. */
export async function showCheck(
  c: Context<AppEnv>,
  walk: Walk,
  { status = 200, again }: { status?: 200 | 409 | 422 | 429 | 503; again?: Again } = {},
): Promise<Response> {
  const { answers, enterprise } = await settledIn(c, walk)
  const { sheet, filled } = answered(walk, answers)
  const goesTo = await destinationBefore(c.var.db, sheet, filled, enterprise).catch(() => null)
  const page = { sheet, filled, carried: carriedAt(walk, 'check'), kept: keptIn(walk), goesTo, again }
  c.header('Cache-Control', 'no-store')
  return c.html(<CheckPage {...page} isPaged />, status)
}

/** Files what was filled in; then nothing is left of the draft. */
export async function sendWalk(
  c: Context<AppEnv>,
  walk: Walk,
  { filer, mayWait }: { filer: Filer; mayWait: boolean },
): Promise<Response> {
  const { draft, code } = walk
  if (isTooFast(c, { openedAt: new Date(draft.openedAt) }))
    return showCheck(c, walk, { status: 422, again: 'tooFast' })
  if (!(await mayTry(c, c.env.limits.filing))) {
    askToWait(c)
    return showCheck(c, walk, { status: 429, again: 'tooMany' })
  }
  const settled = await settledIn(c, walk)
  const { answers, enterprise } = settled
  const where = employerPage(walk)
  if (settled.undecided && where)
    return showPlace(c, walk, where, { status: 422, isTold: true, employer: settled })
  const { key, versionId } = draft
  const files = filesOf(draft)
  const whole = { ...answered(walk, answers), enterprise, files, token: { key }, versionId, filer, mayWait }
  const sent = await sendForm(c, whole)
  if (sent === 'day_full') {
    c.header('Retry-After', String(secondsOfDayLeft(c.var.view.zone, c.var.now)))
    return showCheck(c, walk, { status: 503, again: 'full' })
  }
  if (sent === 'no_place') return withoutPlace(c, walk)
  forgetCode(c)
  if (code) c.env.later(endDraft(c, code, draft, filer))
  return sent
}

/** The last place had gone: he may wait, choose something else, or nothing is left. His words stay where they lie. */
async function withoutPlace(c: Context<AppEnv>, { sheet, draft, code }: Walk): Promise<Response> {
  const { opened, definition, view, rules } = sheet
  const counted = { ...opened, form: { ...opened.form, isCounted: true } }
  const walk = await walkOf(c, counted, { definition, draft, code })
  if (standingHere(walk.sheet.room, opened.site) === 'none') {
    const typed = textsOf(bodyOf(draft.entries))
    const shut = { why: 'full' } as const
    return c.html(<NotOpenPage view={view} settings={rules.settings} shut={shut} typed={typed} />, 409)
  }
  const next = nextPlace(walk.progress)
  if (next !== 'check') return showPlace(c, walk, next, { status: 422, isTold: true })
  return showCheck(c, walk, { status: 409, again: 'noPlace' })
}

/** Who keeps no cookies taps twice on the draft itself. What cannot be forgotten now opens no more, for it was sent. */
export async function endDraft(
  c: Context<AppEnv>,
  code: string,
  draft: WithFiles,
  { isKept }: Filer,
): Promise<void> {
  const of = { secret: c.env.secrets.receipts, code }
  const { db, now } = c.var
  try {
    await (isKept ? forgetDraft(db, of, draft) : endDraftSoon(db, of, now, draft))
  } catch (error) {
    logFailure('A draft that was sent could not be forgotten', error)
  }
}

/** The pages that he came by, and what he answered there. */
function answered({ sheet, filled }: Walk, answers: Settled['answers']) {
  const definition = onPath(sheet.definition, filled.path)
  return { sheet: { ...sheet, definition }, filled: { ...filled, answers } }
}
