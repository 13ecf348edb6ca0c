import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { asksPlace } from '../../forms/meaning.ts'
import { shut } from '../../forms/opening.ts'
import { fullErrors, standingHere } from '../../forms/room.ts'
import type { Opened } from '../../forms/versions.ts'
import { logFailure } from '../../log.ts'
import { dayIn, secondsOfDayLeft } from '../../orgs/zone.ts'
import type { FormBody } from '../../ui/form-body.ts'
import { askToWait, mayTry } from '../../ui/limiting.ts'
import { problem } from '../../ui/problem.tsx'
import { readSentForm } from '../../ui/sent-form.ts'
import { sendForm } from '../check/send-form.tsx'
import { takePage } from '../paged/take-page.tsx'
import { isTooFast, mayFinish } from './before-taking.ts'
import { settleEmployer } from './employer.ts'
import { filerOf } from './filer.ts'
import type { Sheet } from './form-page.tsx'
import { goingVersion, unchanged } from './going-version.ts'
import { endKept } from './keep-form.ts'
import { readFilled } from './read-form.ts'
import { type Answered, pagesOf } from './replying.tsx'
import { roomHere } from './room-here.ts'
import { actionOf } from './show-form.tsx'
import { newToken, readToken, tokenFor } from './token.ts'
import { withoutPlace } from './without-place.tsx'

/** A posted form: back with what is wrong, on to the check page, or sent. What was typed is never lost. */
export async function takeForm(c: Context<AppEnv>, opened: Opened, path: string) {
  const sent = await readSentForm(c, c.env.largestFile)
  if (!sent) return problem(c, 'badRequest')
  const { form: all } = sent
  c.header('Cache-Control', 'no-store')
  if (all.has('page')) return takePage(c, opened, path, sent)

  const { sheet, token, going } = await sheetOf(c, opened, path, all)
  const { versionId, hasChanged, agreedBefore } = going
  const form = all.without(agreedBefore)
  // Only page by page is a way through it known.
  if (sheet.definition.layout === 'paged') return takePage(c, opened, path, { ...sent, form })
  const filled = readFilled(sheet.definition, form, {
    today: dayIn(c.var.view.zone, c.var.now),
    enterprise: opened.enterprise,
    locale: c.var.view.locale,
  })
  const step = form.get('step')
  // Whoever taps twice has taken the last place himself: of what is sent the batch decides.
  if (step !== 'send') Object.assign(filled.errors, fullErrors(sheet.room, sheet.definition, filled.answers))
  const filer = await filerOf(c)
  const posted = { sheet, form, path, wrong: filled.errors, token, versionId, filer }
  const pages = pagesOf(c, posted)
  const why = shut(opened, c.var.now)
  if (why && !mayFinish(c, token)) return pages.closed(why)
  if (step !== 'send' && step !== 'keep' && standingHere(sheet.room, opened.site) === 'none')
    return pages.closed({ why: 'full' })
  if (!token || token.isOld) return pages.refused('expired')
  if (form.get('website')) return pages.refused('trapped')
  // What the version asked that he began with may be asked no more.
  if (filled.unknown.length > 0 && !hasChanged) return pages.refused('unknown')
  if (step === 'keep') return pages.later()

  let answered: Answered = { ...filled, enterprise: opened.enterprise }
  try {
    const settled = await settleEmployer(
      c.var.db,
      { definition: sheet.definition, enterprise: opened.enterprise },
      { answers: filled.answers, posted: form, locale: c.var.view.locale },
      () => mayTry(c, c.env.limits.searching),
    )
    answered = { ...filled, answers: settled.answers, enterprise: settled.enterprise }
    if (step === 'edit') return pages.form({ ...settled, undecided: null }, 200)
    if (hasChanged && Object.keys(filled.errors).length > 0) return pages.form(settled, 422, 'changed')
    if (Object.keys(filled.errors).length > 0 || settled.undecided) return pages.form(settled, 422)
    if (step !== 'send') return pages.check(answered, 200)

    if (isTooFast(c, token)) return pages.check(answered, 422, 'tooFast')
    if (!(await mayTry(c, c.env.limits.filing))) {
      askToWait(c)
      return pages.check(answered, 429, 'tooMany')
    }
    const { enterprise } = answered
    const mayWait = form.get('wait') === 'yes'
    const sent = await sendForm(c, { sheet, filled: answered, enterprise, token, mayWait, versionId, filer })
    if (sent === 'no_place') return await withoutPlace(c, { ...posted, answered, settled })
    if (sent !== 'day_full') {
      await endKept(c, { sheet, path, form, token, versionId, filer })
      return sent
    }
    c.header('Retry-After', String(secondsOfDayLeft(c.var.view.zone, c.var.now)))
    return await pages.check(answered, 503, 'full')
  } catch (error) {
    logFailure('A form could not be taken', error)
    return pages.check(answered, 503, 'failed')
  }
}

/** The sheet as this worker has it: on the version he opened, or anew where his token does not hold. */
async function sheetOf(c: Context<AppEnv>, opened: Opened, path: string, form: FormBody) {
  const { view, rules, now } = c.var
  const secret = c.env.secrets.receipts
  const token = await readToken(secret, path, form.get('token'), now)
  const begun = token && (await goingVersion(c, opened, token))
  const { id, definition: current } = opened.version
  const going = begun ?? { versionId: id, definition: current, ...unchanged }
  const { versionId, definition, hasChanged } = going
  const holds = token !== null && !token.isOld && begun !== null
  view.locates = asksPlace(definition)
  const sheet: Sheet = {
    view,
    rules,
    opened,
    definition,
    action: actionOf(c, path),
    room: await roomHere(c, opened, definition),
    token: holds
      ? await tokenFor(secret, path, { key: token.key, versionId }, hasChanged ? now : token.openedAt)
      : await newToken(secret, path, versionId, now),
  }
  return { sheet, token: begun ? token : null, going }
}
