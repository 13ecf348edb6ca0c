import type { Context } from 'hono'
import { acceptAndDispatch } from '../../cases/accepting-and-dispatching.ts'
import { keepFile } from '../../cases/filed/kept-files.ts'
import { loadForStaff } from '../../cases/loading.ts'
import { hasJustDone, lookAtIdentity, performAs, roleFor } from '../../cases/performing.ts'
import { lineOf } from '../../cases/processes.ts'
import type { StaffEnv } from '../../env.ts'
import { readForm } from '../../ui/form-body.ts'
import { KeptWords } from '../../ui/kept-words.ts'
import { problem } from '../../ui/problem.tsx'
import { readSentForm } from '../../ui/sent-form.ts'
import { type patterns, query, urls } from '../../urls.ts'
import { actionOf, asksOf, fieldName, type StaffAction } from './acts.ts'
import { again, identityPage, refused, tooLate } from './answering.tsx'
import { keepOthers } from './begun-words.ts'
import { doneAt } from './outcome-notice.tsx'
import { readAct, readTurn } from './read-act.ts'

type Acting = Context<StaffEnv, typeof patterns.deskAct>

/** One act of a person on a case: 303 when it is done, else the case again with what he typed. */
export async function takeAct(c: Acting) {
  const { staff } = c.var
  const action = actionOf(c.req.param('act'))
  const id = c.req.param('id')
  const subject = action ? await loadForStaff(c.var, staff, id) : null
  if (!action || !subject) {
    // A second tap on what put him out of the case finds it gone.
    const isOut = action && (await wasHis(c, action))
    return isOut ? c.redirect(urls.desk + query({ done: action }), 303) : problem(c, 'notFound')
  }

  const posted = await readSentForm(c, c.env.largestFile)
  const turn = posted && readTurn(posted.form)
  if (!posted || turn === null) return problem(c, 'badRequest')
  const { form, file } = posted
  c.var.view.words = new KeptWords(form).without(['turn'])
  const { input, typed } = readAct(action, posted, subject, c.var.view)
  const sent = { action, turn }

  if (Object.keys(typed.errors).length > 0) {
    const isPast = turn !== subject.case.turn && !lineOf(action).free
    return isPast || !roleFor(action, staff, subject, c.var)
      ? tooLate(c, subject, sent, typed)
      : again(c, subject, typed)
  }
  if (file?.ok && asksOf(action).includes('file')) input.file = await keepFile(c.env.files, file)
  if (action === 'look_at_identity') {
    const looked = await lookAtIdentity(c.var, staff, subject, { ...input, turn })
    return looked.ok ? identityPage(c, subject, looked.details) : refused(c, looked, subject, sent, typed)
  }
  const outcome =
    action === 'accept'
      ? await acceptAndDispatch(c.var, staff, subject, { ...input, turn })
      : await performAs(c.var, staff, subject, action, { ...input, turn })
  if (!outcome.ok) return refused(c, outcome, subject, sent, typed)
  await keepOthers(c.var, { staffId: staff.id, caseId: id, cipher: subject.cipher }, action, form)
  const then = action === 'accept' && input.handlerId ? 'dispatch' : undefined
  return c.redirect(await wayOn(c, action, id, then), 303)
}

/** To the case, with what was done; to his work where the case is out of his sight now. */
async function wayOn(c: Acting, action: StaffAction, id: string, then?: StaffAction): Promise<string> {
  const seen = !lineOf(action).hides || (await loadForStaff(c.var, c.var.staff, id)) !== null
  return seen ? doneAt(id, action, then) : urls.desk + query({ done: action })
}

/** Whether a form that comes for a case he does not see is the second tap on what he did with it. */
async function wasHis(c: Acting, action: StaffAction): Promise<boolean> {
  const form = await readForm(c)
  const turn = form && readTurn(form)
  if (!form || turn === null) return false
  const reason = form.get(fieldName(action, 'reason'))
  return hasJustDone(c.var, c.var.staff, c.req.param('id'), action, { turn, reason })
}
