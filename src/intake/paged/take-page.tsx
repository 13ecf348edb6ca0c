import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import type { Definition } from '../../forms/definition.ts'
import { fileQuestionNamed, fileQuestionOn, pageOfFiles } from '../../forms/file-questions.ts'
import {
  changeDraft,
  type FormDraft,
  forgetDraft,
  openDraft,
  readResumeCode,
  resumeCodeFor,
} from '../../forms/form-drafts.ts'
import { shut } from '../../forms/opening.ts'
import type { Opened } from '../../forms/versions.ts'
import { forgetBrowser } from '../../keeping/browser.ts'
import { logFailure } from '../../log.ts'
import { lostFile } from '../../ui/file-error.ts'
import { textsOf } from '../../ui/kept-words.ts'
import { askToWait, mayTry } from '../../ui/limiting.ts'
import type { SentForm } from '../../ui/sent-form.ts'
import { SentPage } from '../check/sent-page.tsx'
import { mayFinish, senderBefore } from '../form/before-taking.ts'
import { filerOf, markFiler } from '../form/filer.ts'
import type { Again } from '../form/form-page.tsx'
import { NotOpenPage } from '../form/not-open.tsx'
import { beginToken, readToken, type Token } from '../form/token.ts'
import { addressOfReceipt } from '../receipt/receipt-address.ts'
import { attach, withAttached, wrongFileOf } from './attaching.ts'
import { newDraft } from './begun.ts'
import { goOn, stepIn } from './going-on.tsx'
import { NotNowPage } from './not-now-page.tsx'
import { isPlace, merged, standsAnywhere, standsAt, strangersIn, without } from './page-words.ts'
import { forgetCode, keepCode, markForgotten } from './resume-cookie.ts'
import { ForgottenPage } from './resume-note.tsx'
import { showPlace } from './show-place.tsx'
import { placeNamed, versionOf, walkOf } from './walk.ts'

/** One page of a form, as it was posted. */
interface Posted extends SentForm {
  opened: Opened
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
export async function takePage(c: Context<AppEnv>, opened: Opened, path: string, sent: SentForm) {
  const posted = await postedPage(c, opened, path, sent)
  const known: Known = { definition: opened.version.definition, start: posted.begun, isOpened: false }
  try {
    return await (['forget', 'anew'].includes(posted.step) ? forget(c, posted, path) : keep(c, posted, known))
  } catch (error) {
    logFailure('A page of a form could not be kept', error)
    return again(c, posted, known, 503, 'failed')
  }
}

/** What is known of the draft when a page cannot be kept. */
interface Known {
  definition: Definition
  start: FormDraft
  /** Whether it is what lies there, or nothing of it could be read. */
  isOpened: boolean
  /** Nothing lies there, or not any more. */
  isGone?: boolean
}

/** Nothing of it stays, here or on the phone: not the draft, not a page of the history. */
async function forget(c: Context<AppEnv>, { step, code }: Posted, path: string): Promise<Response> {
  const of = { secret: c.env.secrets.receipts, code }
  const found = await openDraft(c.var.db, of, c.var.now)
  await forgetDraft(c.var.db, of, found?.draft ?? {})
  forgetCode(c)
  markForgotten(c)
  forgetBrowser(c)
  c.header('Clear-Site-Data', '"cache"')
  c.set('unkept', true)
  return step === 'anew' ? c.redirect(path, 303) : c.html(<ForgottenPage view={c.var.view} />)
}

async function postedPage(c: Context<AppEnv>, opened: Opened, path: string, sent: SentForm): Promise<Posted> {
  const { form } = sent
  const { now } = c.var
  const secret = c.env.secrets.receipts
  const filer = await filerOf(c)
  const read = await readToken(secret, path, form.get('token'), now)
  const isExpired = read === null || read.isOld
  const token = isExpired ? beginToken(opened.version.id, now) : read
  // The same for each tap, so that a draft is begun once.
  const code = readResumeCode(form.get('resume')) ?? (await resumeCodeFor(secret, token.key, filer.secret))
  const [at, step] = [form.get('page'), form.get('step') || 'next']
  return { opened, ...sent, at, step, filer, token, isExpired, code, begun: newDraft(path, token) }
}

async function keep(c: Context<AppEnv>, posted: Posted, known: Known): Promise<Response> {
  const { opened, form, at, step, filer, token, code, begun } = posted
  const { db, now, view, rules } = c.var
  const of = { secret: c.env.secrets.receipts, code }
  const found = await openDraft(db, of, now)
  const before = found?.draft.path === begun.path ? found : null
  const start = before?.draft ?? begun
  Object.assign(known, { start, isOpened: true, isGone: before === null })
  // Whoever keeps no cookies is known by his words, where he sends them twice.
  const isSecondTap = before !== null && step === 'send' && !filer.isKept
  const sender = isSecondTap ? 'nobody' : await senderBefore(c, start, filer)
  if (sender === 'another') return c.html(<SentPage view={view} />, 409)
  if (sender === 'this_browser')
    return c.redirect(await addressOfReceipt(c, { key: start.key, again: true }), 303)
  const why = shut(opened, now)
  if (why && !before && !mayFinish(c, token)) {
    const typed = textsOf(form)
    return c.html(<NotOpenPage view={view} settings={rules.settings} shut={why} typed={typed} />, 410)
  }
  const { definition, versionId, hasChanged, agreedBefore } = await versionOf(c, opened, start)
  known.definition = definition
  const stands = hasChanged ? standsAnywhere(definition, form) : standsAt(definition, at)
  if (!before && posted.isExpired) return again(c, posted, known, 422, 'expired')
  if (form.get('website')) return again(c, posted, known, 422, 'trapped')
  // Another version may ask for it on another page.
  const question = hasChanged
    ? fileQuestionNamed(definition, posted.fileFrom ?? '')
    : fileQuestionOn(definition, at)
  const isKnown =
    isPlace(definition, at) && strangersIn(form, stands).every((name) => name === question?.name)
  if (!hasChanged && !isKnown) return again(c, posted, known, 422, 'unknown')
  if (!before && !(await mayTry(c, c.env.limits.filing))) {
    askToWait(c)
    return again(c, posted, known, 429, 'tooMany')
  }
  // A page of the version that he began with carries what he agreed to there.
  const typed = token.versionId === versionId ? form : form.without(agreedBefore)
  const attaching = await attach(c, question, posted, start)
  const draft = await changeDraft(db, of, now, {
    opened: before,
    change(kept) {
      const words = merged(without({ ...(kept ?? start), versionId }, agreedBefore), stands, typed)
      return stepIn(definition, withAttached(words, attaching), posted)
    },
  })
  // It was sent or forgotten in another tab, between two looks at it.
  if (!draft) return keep(c, posted, known)
  known.start = draft
  await keepCode(c, code, draft.path)
  await markFiler(c, filer)
  const walk = await walkOf(c, opened, { definition, draft, code, isSent: step === 'send' })
  const wrongFile = wrongFileOf(view, draft, attaching)
  if (wrongFile) {
    const where = pageOfFiles(definition, wrongFile.question) ?? at
    return showPlace(c, walk, where, { status: 422, isTold: step === 'next', wrongFile })
  }
  return goOn(c, walk, { ...posted, hasChanged, mayWait: form.get('wait') === 'yes' })
}

/** The page once more, with what was typed: nothing of it was kept. */
async function again(
  c: Context<AppEnv>,
  { opened, form, file, at, code }: Posted,
  { definition, start, isOpened, isGone }: Known,
  status: 422 | 429 | 503,
  why: Again,
): Promise<Response> {
  const draft = merged(start, standsAt(definition, at), form)
  const walk = await walkOf(c, opened, {
    definition,
    draft,
    code: form.has('resume') && !isGone ? code : null,
  })
  if (at === 'check' && !isGone) return c.html(<NotNowPage walk={walk} again={why} />, status)
  // Of a draft that cannot be read nobody knows the way; the page that was posted is shown in any case.
  if (!isOpened) walk.filled.path = definition.pages.map(({ id }) => id)
  const place = isPlace(definition, at) ? at : placeNamed(walk, at)
  const question = fileQuestionOn(definition, place)
  const lost = lostFile(c.var.view, file)
  const wrongFile = question && lost ? { question, error: lost } : undefined
  return showPlace(c, walk, place, { status, again: why, wrongFile })
}
