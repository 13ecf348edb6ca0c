import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { loadVersion, type Opened } from '../../forms/versions.ts'
import { logFailure } from '../../log.ts'
import { dayIn } from '../../orgs/zone.ts'
import { type FormBody, readForm } from '../../ui/form-body.ts'
import { askToWait, mayTry } from '../../ui/limiting.ts'
import { problem } from '../../ui/problem.tsx'
import { CheckPage } from '../check/check-page.tsx'
import { sendForm } from '../check/send-form.ts'
import { type Settled, settleEmployer } from './employer.ts'
import { errorTexts } from './error-texts.ts'
import { type Again, FormPage, type Sheet } from './form-page.tsx'
import { elsewhere } from './not-open.tsx'
import { type Filled, readFilled } from './read-form.ts'
import { actionOf, isOpen } from './show-form.tsx'
import { newToken, readToken, type Token } from './token.ts'

/** A posted form: back with what is wrong, on to the check page, or sent. What was typed is never lost. */
export async function takeForm(c: Context<AppEnv>, opened: Opened, path: string) {
  if (!isOpen(opened)) return elsewhere(c, 'closed')
  const form = await readForm(c)
  if (!form) return problem(c, 'badRequest')
  c.header('Cache-Control', 'no-store')

  const { sheet, token, versionId } = await sheetOf(c, opened, path, form)
  const filled = readFilled(sheet.definition, form, {
    today: dayIn(c.var.view.zone, c.var.now),
    enterprise: opened.enterprise,
    locale: c.var.view.locale,
  })
  const step = form.get('step')
  const pages = pagesOf(c, sheet, form, filled.errors)
  if (!token) return pages.form(undecided, 422, 'expired')
  if (form.get('website')) return pages.form(undecided, 422, 'trapped')
  if (filled.unknown.length > 0) return pages.form(undecided, 422, 'unknown')

  let answered = filled
  try {
    const settled = await settleEmployer(
      c.var.db,
      { definition: sheet.definition, enterprise: opened.enterprise },
      { answers: filled.answers, posted: form, locale: c.var.view.locale },
      () => mayTry(c, c.env.limits.searching),
    )
    answered = { ...filled, answers: settled.answers }
    if (step === 'edit') return pages.form({ ...settled, undecided: null }, 200)
    if (Object.keys(filled.errors).length > 0 || settled.undecided) return pages.form(settled, 422)
    if (step !== 'send') return pages.check(answered, 200)

    if (isTooFast(c, token)) return pages.check(answered, 422, 'tooFast')
    if (!(await mayTry(c, c.env.limits.filing))) {
      askToWait(c)
      return pages.check(answered, 429, 'tooMany')
    }
    const { definition } = sheet
    const { enterprise } = settled
    return await sendForm(c, { opened, filled: answered, enterprise, token, versionId, definition })
  } catch (error) {
    logFailure('A form could not be taken', error)
    return pages.check(answered, 503, 'failed')
  }
}

type Choice = Pick<Settled, 'candidates' | 'undecided'>

const undecided: Choice = { undecided: null, candidates: [] }

/** The sheet as this worker has it: on the version he opened, or anew where his token does not hold. */
async function sheetOf(c: Context<AppEnv>, opened: Opened, path: string, form: FormBody) {
  const { view, rules, now, db } = c.var
  const secret = c.env.secrets.receipts
  const token = await readToken(secret, path, form.get('token'), now)
  const current = opened.version
  const version =
    !token || token.versionId === current.id
      ? current
      : await loadVersion(db, opened.form.id, token.versionId)
  const holds = token !== null && version !== null
  const { id: versionId, definition } = version ?? current
  const sheet: Sheet = {
    view,
    rules,
    opened,
    definition,
    action: actionOf(c, path),
    token: holds ? form.get('token') : await newToken(secret, path, versionId, now),
  }
  return { sheet, token: holds ? token : null, versionId }
}

function pagesOf(c: Context<AppEnv>, sheet: Sheet, form: FormBody, wrong: Filled['errors']) {
  const { view } = sheet
  return {
    form({ candidates, undecided: control }: Choice, status: 200 | 422, again?: Again) {
      const errors = status === 200 || again ? {} : errorTexts(view, sheet.definition, wrong)
      if (control && status === 422) errors[control] = view.m.intake.errors.which
      const asking = { view, values: form, errors, candidates }
      return c.html(<FormPage sheet={sheet} asking={asking} again={again} />, status)
    },
    check(filled: Filled, status: 200 | 422 | 429 | 503, again?: Again) {
      const carried = form
        .names()
        .filter((name) => !['step', 'token', 'website'].includes(name))
        .flatMap((name) => form.all(name).map((value): [string, string] => [name, value]))
      return c.html(<CheckPage sheet={sheet} filled={filled} carried={carried} again={again} />, status)
    },
  }
}

function isTooFast(c: Context<AppEnv>, { openedAt }: Token): boolean {
  const seconds = (c.var.now.getTime() - openedAt.getTime()) / 1000
  return seconds < c.var.rules.settings.minimumFillSeconds
}
