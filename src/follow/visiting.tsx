import type { Context } from 'hono'
import { unreadable } from '../answer-unreadable.ts'
import type { Part } from '../cases/history-part.ts'
import { Unreadable } from '../encryption/unreadable.ts'
import type { AppEnv } from '../env.ts'
import { logFailure } from '../log.ts'
import type { FormBody } from '../ui/form-body.ts'
import { KeptWords, textsOf } from '../ui/kept-words.ts'
import { problem } from '../ui/problem.tsx'
import { readSentForm, type SentFile } from '../ui/sent-form.ts'
import { urls } from '../urls.ts'
import { ExpiredPage, FailedPage } from './entry-page.tsx'
import { type Followed, loadFollowed } from './followed.ts'
import { OtherCasePage } from './other-case-page.tsx'
import { renewalOf } from './renewal.ts'
import { openVisit, visitOf } from './visit.ts'

/** The case of the running visit, which then runs half an hour longer; null when it has ended. */
export async function followed(c: Context<AppEnv>, part: Part | null = {}): Promise<Followed | null> {
  const visit = await visitOf(c)
  if (!visit) return null
  const secret = c.env.secrets.receipts
  const it = await loadFollowed(c.var, secret, visit.receiptHash, part)
  if (it) {
    await openVisit(c, visit)
    return it
  }
  // This visit replaced its receipt, and the answer that said so was lost.
  const receiptHash = (await renewalOf(secret, visit)).hash
  const renewed = await loadFollowed(c.var, secret, receiptHash, part)
  if (renewed) await openVisit(c, { ...visit, receiptHash })
  return renewed
}

/**
 * A form of the case that is visited. Answers at once where the visit has ended or another case is visited by
 * now: nothing is saved then, and what was typed is on the page.
 */
export async function formOfCase(
  c: Context<AppEnv>,
  part: Part | null = {},
): Promise<{ it: Followed; form: FormBody; file: SentFile | null } | Response> {
  const sent = await readSentForm(c, c.env.largestFile)
  if (!sent) return problem(c, 'badRequest')
  const { form, file } = sent
  const it = await followed(c, part)
  if (!it) return c.html(<ExpiredPage view={c.var.view} typed={textsOf(form)} />, 403)
  if (form.get('case') !== it.mark) return otherCase(c, it, textsOf(form))
  // The page is shown as the case is by now, and so with its turn.
  c.var.view.words = new KeptWords(form).without(['turn'])
  return { it, form, file }
}

/** A page of the case that is visited, and of no other one that its link was meant for. */
export async function pageOfCase(c: Context<AppEnv>, part: Part | null = {}): Promise<Followed | Response> {
  const it = await followed(c, part)
  if (!it) return c.redirect(urls.follow, 303)
  const meant = c.req.query('case')
  return meant === undefined || meant === it.mark ? it : otherCase(c, it, [])
}

function otherCase(c: Context<AppEnv>, it: Followed, typed: string[]) {
  return c.html(<OtherCasePage view={c.var.view} it={it} typed={typed} />, 409)
}

/** The answer where something of ours broke: the text is on the page, and nowhere else. */
export async function failed(error: Error, c: Context<AppEnv>) {
  if (error instanceof Unreadable) return unreadable(c, error)
  logFailure('A worker could not act on his case', error)
  const sent = await readSentForm(c, c.env.largestFile)
  return c.html(<FailedPage view={c.var.view} typed={sent ? textsOf(sent.form) : []} />, 503)
}
