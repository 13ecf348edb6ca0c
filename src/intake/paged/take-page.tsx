import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import {
  changeDraft,
  type FormDraft,
  forgetDraft,
  openDraft,
  readResumeCode,
  resumeCodeFor,
} from '../../forms/form-drafts.ts'
import type { Opened } from '../../forms/versions.ts'
import { logFailure } from '../../log.ts'
import type { FormBody } from '../../ui/form-body.ts'
import { textsOf } from '../../ui/kept-words.ts'
import { askToWait, mayTry } from '../../ui/limiting.ts'
import { SentPage } from '../check/sent-page.tsx'
import { mayFinish, senderBefore } from '../form/before-taking.ts'
import { filerOf, markFiler } from '../form/filer.ts'
import type { Again } from '../form/form-page.tsx'
import { NotOpenPage } from '../form/not-open.tsx'
import { isOpen } from '../form/show-form.tsx'
import { newToken, readToken, type Token } from '../form/token.ts'
import { addressOfReceipt } from '../receipt/receipt-address.ts'
import { newDraft } from './begun.ts'
import { goOn, stepIn } from './going-on.tsx'
import { merged, standsAt, strangersIn } from './page-words.ts'
import { forgetCode, keepCode, markForgotten } from './resume-cookie.ts'
import { ForgottenPage } from './resume-note.tsx'
import { showPlace } from './show-place.tsx'
import { placeNamed, versionOf, walkOf } from './walk.ts'

/** One page of a form, as it was posted. */
interface Posted {
  opened: Opened
  form: FormBody
  /** The place that the page is of. */
  at: string
  step: string
  filer: Filer
  token: Token
  /** The token was made here, because the one that came is none, or is old. */
  isExpired: boolean
  code: string
  /** A draft of nothing, by the token. */
  begun: FormDraft
}

/** One page of a form, posted: it is kept at once, right or wrong, and he goes where he asked to. */
export async function takePage(c: Context<AppEnv>, opened: Opened, path: string, form: FormBody) {
  const posted = await postedPage(c, opened, path, form)
  const { step, code } = posted
  try {
    if (step !== 'forget' && step !== 'anew') return await keep(c, posted)
    await forgetDraft(c.var.db, { secret: c.env.secrets.receipts, code })
    forgetCode(c)
    markForgotten(c)
    return step === 'anew' ? c.redirect(path, 303) : c.html(<ForgottenPage view={c.var.view} />)
  } catch (error) {
    logFailure('A page of a form could not be kept', error)
    return again(c, posted, opened.version.definition, posted.begun, 503, 'failed')
  }
}

async function postedPage(c: Context<AppEnv>, opened: Opened, path: string, form: FormBody): Promise<Posted> {
  const { now } = c.var
  const secret = c.env.secrets.receipts
  const filer = await filerOf(c)
  const read = await readToken(secret, path, form.get('token'), now)
  const isExpired = read === null || read.isOld
  const token = isExpired
    ? await readToken(secret, path, await newToken(secret, path, opened.version.id, now), now)
    : read
  if (!token) throw new Error('A token that was made just now is none')
  // The same for each tap, so that a draft is begun once.
  const code = readResumeCode(form.get('resume')) ?? (await resumeCodeFor(secret, token.key, filer.secret))
  const [at, step] = [form.get('page'), form.get('step') || 'next']
  return { opened, form, at, step, filer, token, isExpired, code, begun: newDraft(path, token) }
}

async function keep(c: Context<AppEnv>, posted: Posted): Promise<Response> {
  const { opened, form, at, filer, token, code, begun } = posted
  const { db, now, view, rules } = c.var
  const of = { secret: c.env.secrets.receipts, code }
  const before = await openDraft(db, of, now)
  const start = before ?? begun
  const sender = await senderBefore(c, start, filer)
  if (sender === 'another') return c.html(<SentPage view={view} />, 409)
  if (sender === 'this_browser')
    return c.redirect(await addressOfReceipt(c, { key: start.key, again: true }), 303)
  if (!isOpen(opened) && !before && !mayFinish(c, token)) {
    const typed = textsOf(form)
    return c.html(<NotOpenPage view={view} settings={rules.settings} why="closed" typed={typed} />, 410)
  }
  const { definition, versionId, hasChanged } = await versionOf(c, opened, start)
  const stands = standsAt(definition, at)
  if (!before && posted.isExpired) return again(c, posted, definition, start, 422, 'expired')
  if (form.get('website')) return again(c, posted, definition, start, 422, 'trapped')
  if (!hasChanged && strangersIn(form, stands).length > 0)
    return again(c, posted, definition, start, 422, 'unknown')
  if (!before && !(await mayTry(c, c.env.limits.filing))) {
    askToWait(c)
    return again(c, posted, definition, start, 429, 'tooMany')
  }
  const draft = await changeDraft(db, of, now, (kept) =>
    stepIn(definition, merged({ ...(kept ?? start), versionId }, stands, form), posted),
  )
  await keepCode(c, code, draft.path)
  await markFiler(c, filer)
  return goOn(c, await walkOf(c, opened, { definition, draft, code }), { ...posted, hasChanged })
}

/** The page once more, with what was typed: nothing of it was kept. */
async function again(
  c: Context<AppEnv>,
  { opened, form, at, code }: Posted,
  definition: Opened['version']['definition'],
  start: FormDraft,
  status: 422 | 429 | 503,
  why: Again,
): Promise<Response> {
  const draft = merged(start, standsAt(definition, at), form)
  const walk = await walkOf(c, opened, { definition, draft, code: form.has('resume') ? code : null })
  return showPlace(c, walk, placeNamed(walk, at), { status, again: why })
}
