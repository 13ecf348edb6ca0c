import type { Context } from 'hono'
import { keepFile, readFile } from '../cases/filed/kept-files.ts'
import { ratingActs } from '../cases/grievance/rating.ts'
import { performAsWorker } from '../cases/performing.ts'
import { satisfiedAnswers, solvedAnswers } from '../db/vocabulary.ts'
import type { Refusal } from '../engine/process.ts'
import { type AppEnv, factory } from '../env.ts'
import { isWithin, lengthOf } from '../typed/graphemes.ts'
import { answerFile } from '../ui/answer-file.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { fileError, lostFile } from '../ui/file-error.ts'
import { problem } from '../ui/problem.tsx'
import { patterns, query, urls } from '../urls.ts'
import type { Attempt } from './act-form.tsx'
import { type ActName, actionOf, isActName, needsText } from './acts.ts'
import { CasePage } from './case-page.tsx'
import { type Followed, loadFollowed } from './followed.ts'
import { longestText } from './longest-text.ts'
import { askUntilTomorrow } from './too-often.tsx'
import { failed, formOfCase, pageOfCase } from './visiting.tsx'

/** Everything a worker does to his case; each is one form, once. */
export const acting = factory.createApp()

acting.onError(failed)

acting.post(urls.followMessages, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form, file } = posted
  const body = form.get('message')
  const attempt: Attempt = { of: 'message', values: { message: body }, errors: {} }
  if (file?.ok === false)
    return again(c, it, { ...attempt, errors: { file: fileError(c.var.view, file.why) } })
  const wrong = file && !body ? undefined : textError(c, c.var.view.m.follow.thread.label, body)
  const lost = lostFile(c.var.view, file)
  const errors: FieldErrors = lost ? { file: lost } : {}
  if (wrong) return again(c, it, { ...attempt, errors: { message: wrong, ...errors } })
  const outcome = await performAsWorker(c.var, it.subject, 'write_to_union', {
    body,
    key: form.get('token').slice(0, 80),
    file: file ? await keepFile(c.env.files, file) : undefined,
  })
  return outcome.ok ? done(c, 'message') : refused(c, it, { ...attempt, errors }, outcome.why)
})

/** A file of the thread, of either side; the case that is visited is the only one looked in. */
acting.get(patterns.followFile, async (c) => {
  const it = await pageOfCase(c)
  if (it instanceof Response) return it
  const id = c.req.param('file')
  const file = await readFile(c.var, c.env.files, it.subject, id)
  return file ? answerFile(c, file, id.slice(0, 6)) : problem(c, 'notFound')
})

acting.post(urls.followRating, async (c) => {
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  const words = c.var.view.m.follow.rating
  const solved = solvedAnswers.find((answer) => answer === form.get('solved'))
  const satisfied = satisfiedAnswers.find((answer) => answer === form.get('satisfied'))
  const values = { solved: solved ?? '', satisfied: satisfied ?? '' }
  if (!solved || !satisfied) {
    const errors: FieldErrors = {}
    if (!solved) errors.solved = words.solvedMissing
    if (!satisfied) errors.satisfied = words.satisfiedMissing
    return again(c, it, { of: 'rating', values, errors })
  }
  const input = { solved, satisfied, turn: turnOf(form.get('turn')) }
  const outcome = await performAsWorker(c.var, it.subject, ratingActs[solved], input)
  if (outcome.ok && !outcome.again) return done(c, 'rating')
  // A second tap is one only if it says the same.
  const given = (await reload(c, it)).reply?.rating
  if (given?.solved === solved && given.satisfied === satisfied) return done(c, 'rating')
  return refused(c, it, { of: 'rating', values, errors: {} }, outcome.ok ? 'conflict' : outcome.why)
})

acting.post(patterns.followAct, async (c) => {
  const name = c.req.param('act')
  if (!isActName(name)) return problem(c, 'notFound')
  const posted = await formOfCase(c)
  if (posted instanceof Response) return posted
  const { it, form } = posted
  const text = form.get(name)
  const attempt: Attempt = { of: name, values: { [name]: text }, errors: {} }
  const wrong = needsText(name) || text ? textError(c, labelOf(c, name), text) : undefined
  if (wrong) return again(c, it, { ...attempt, errors: { [name]: wrong } })
  const input = { reason: text, turn: turnOf(form.get('turn')) }
  const outcome = await performAsWorker(c.var, it.subject, actionOf(name), input)
  return outcome.ok ? done(c, name) : refused(c, it, attempt, outcome.why)
})

/** A turn that was tampered with is nobody's turn. */
const turnOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : -1)

const labelOf = (c: Context<AppEnv>, act: ActName) => c.var.view.m.follow.acts[act].label

function textError(c: Context<AppEnv>, label: string, text: string): string | undefined {
  const { follow, common } = c.var.view.m
  if (!text) return follow.errors.empty
  return isWithin(text, longestText) ? undefined : common.tooLong(label, longestText, lengthOf(text))
}

function done(c: Context<AppEnv>, what: string) {
  return c.redirect(urls.follow + query({ done: what }), 303)
}

/** The page once more, with what was typed and what is wrong with it. */
function again(c: Context<AppEnv>, it: Followed, attempt: Attempt) {
  const { view, now, rules } = c.var
  return c.html(<CasePage view={view} it={it} now={now} rules={rules} attempt={attempt} />, 422)
}

/** The page as it is by now, with what was typed and was not saved. */
async function refused(c: Context<AppEnv>, it: Followed, attempt: Attempt, why: Refusal) {
  const { view, now, rules } = c.var
  const fresh = await reload(c, it)
  const page = <CasePage view={view} it={fresh} now={now} rules={rules} attempt={{ ...attempt, why }} />
  if (why !== 'too_often') return c.html(page, 409)
  askUntilTomorrow(c)
  return c.html(page, 429)
}

async function reload(c: Context<AppEnv>, it: Followed): Promise<Followed> {
  return (await loadFollowed(c.var, c.env.secrets.receipts, it.case.receiptHash)) ?? it
}
