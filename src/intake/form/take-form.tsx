import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import { asksPlace } from '../../forms/meaning.ts'
import type { Opened } from '../../forms/versions.ts'
import { logFailure } from '../../log.ts'
import { dayIn, secondsOfDayLeft } from '../../orgs/zone.ts'
import type { FormBody } from '../../ui/form-body.ts'
import { askToWait, mayTry } from '../../ui/limiting.ts'
import { problem } from '../../ui/problem.tsx'
import { readSentForm } from '../../ui/sent-form.ts'
import { CheckPage } from '../check/check-page.tsx'
import { destinationBefore } from '../check/destination-before.ts'
import { sendForm } from '../check/send-form.tsx'
import { SentPage } from '../check/sent-page.tsx'
import { takePage } from '../paged/take-page.tsx'
import { isTooFast, mayFinish, senderBefore } from './before-taking.ts'
import { type Settled, settleEmployer } from './employer.ts'
import { errorTexts } from './error-texts.ts'
import { filerOf, markFiler } from './filer.ts'
import { type Again, FormPage, type Sheet } from './form-page.tsx'
import { goingVersion, unchanged } from './going-version.ts'
import { NotOpenPage } from './not-open.tsx'
import { type Filled, ownControls, readFilled } from './read-form.ts'
import { actionOf, isOpen } from './show-form.tsx'
import { newToken, readToken, type Token, tokenFor } from './token.ts'

/** A posted form: back with what is wrong, on to the check page, or sent. What was typed is never lost. */
export async function takeForm(c: Context<AppEnv>, opened: Opened, path: string) {
  const sent = await readSentForm(c, c.env.largestFile)
  if (!sent) return problem(c, 'badRequest')
  const { form: posted, file } = sent
  c.header('Cache-Control', 'no-store')
  if (posted.has('page')) return takePage(c, opened, path, sent)

  const { sheet, token, going } = await sheetOf(c, opened, path, posted)
  const { versionId, hasChanged, agreedBefore } = going
  const form = posted.without(agreedBefore)
  // Only page by page is a way through it known.
  if (sheet.definition.layout === 'paged') return takePage(c, opened, path, { form, file })
  const filled = readFilled(sheet.definition, form, {
    today: dayIn(c.var.view.zone, c.var.now),
    enterprise: opened.enterprise,
    locale: c.var.view.locale,
  })
  const step = form.get('step')
  const filer = await filerOf(c)
  const pages = pagesOf(c, { sheet, form, wrong: filled.errors, token, filer })
  if (!isOpen(opened) && !mayFinish(c, token)) return pages.closed()
  if (!token || token.isOld) return pages.form(undecided, 422, 'expired')
  if (form.get('website')) return pages.form(undecided, 422, 'trapped')
  // What the version asked that he began with may be asked no more.
  if (filled.unknown.length > 0 && !hasChanged) return pages.form(undecided, 422, 'unknown')

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
    const sent = await sendForm(c, { sheet, filled: answered, enterprise, token, versionId, filer })
    if (sent !== 'day_full') return sent
    c.header('Retry-After', String(secondsOfDayLeft(c.var.view.zone, c.var.now)))
    return await pages.check(answered, 503, 'full')
  } catch (error) {
    logFailure('A form could not be taken', error)
    return pages.check(answered, 503, 'failed')
  }
}

/** What was filled in, with the worker's employer as far as it is known. */
type Answered = Filled & Pick<Settled, 'enterprise'>

type Choice = Pick<Settled, 'candidates' | 'undecided'>

const undecided: Choice = { undecided: null, candidates: [] }

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
    token: holds
      ? await tokenFor(secret, path, { key: token.key, versionId }, hasChanged ? now : token.openedAt)
      : await newToken(secret, path, versionId, now),
  }
  return { sheet, token: begun ? token : null, going }
}

interface Posted {
  sheet: Sheet
  form: FormBody
  wrong: Filled['errors']
  token: Token | null
  filer: Filer
}

function pagesOf(c: Context<AppEnv>, { sheet, form, wrong, token, filer }: Posted) {
  const { view } = sheet
  const shown = async (page: string | Promise<string>, status: 200 | 410 | 422 | 429 | 503) => {
    // A page of the history that is loaded again after its worker left gives nothing back.
    if (token && (await senderBefore(c, token, filer)) === 'another')
      return c.html(<SentPage view={view} />, 409)
    await markFiler(c, filer)
    return c.html(page, status)
  }
  return {
    /** Words only: what was ticked says nothing apart from its question. */
    closed() {
      const names = form.names().filter((name) => !ownControls.includes(name))
      const typed = names.flatMap((name) => form.all(name)).filter((text) => !isOption.test(text))
      const { settings } = c.var.rules
      return shown(<NotOpenPage view={view} settings={settings} why="closed" typed={typed} />, 410)
    },
    form({ candidates, undecided: control }: Choice, status: 200 | 422, again?: Again) {
      const errors = status === 200 || again ? {} : errorTexts(view, sheet.definition, wrong, form)
      if (control && status === 422) errors[control] = view.m.questions.errors.which
      const asking = { view, values: form, errors, candidates }
      return shown(<FormPage sheet={sheet} asking={asking} again={again} />, status)
    },
    async check(filled: Answered, status: 200 | 422 | 429 | 503, again?: Again) {
      const carried = form
        .names()
        .filter((name) => !['step', 'token', 'website'].includes(name))
        .flatMap((name) => form.all(name).map((value): [string, string] => [name, value]))
      const goesTo = await destinationBefore(c.var.db, sheet, filled, filled.enterprise).catch(() => null)
      const page = { sheet, filled, carried, goesTo, again }
      return shown(<CheckPage {...page} />, status)
    },
  }
}

const isOption = /^[a-z0-9_]{0,40}$/
