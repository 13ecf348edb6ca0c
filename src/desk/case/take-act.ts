import type { Context } from 'hono'
import { loadForStaff } from '../../cases/loading.ts'
import { lookAtIdentity, performAs, roleFor } from '../../cases/performing.ts'
import { lineOf } from '../../cases/processes.ts'
import { standsAside } from '../../cases/sight.ts'
import type { StaffEnv } from '../../env.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { type patterns, query, urls } from '../../urls.ts'
import { actionOf, type StaffAction } from './acts.ts'
import { again, identityPage, refused, tooLate } from './answering.tsx'
import { doneAt } from './outcome-notice.tsx'
import { readAct, readTurn } from './read-act.ts'

type Acting = Context<StaffEnv, typeof patterns.deskAct>

/** One act of a person on a case: 303 when it is done, else the case again with what he typed. */
export async function takeAct(c: Acting) {
  const { staff, db } = c.var
  const action = actionOf(c.req.param('act'))
  const id = c.req.param('id')
  const subject = action ? await loadForStaff(c.var, staff, id) : null
  if (!action || !subject) {
    // A second tap on what put him out of the case finds it gone.
    const isOut = action && leaves(action) && (await standsAside(db, staff.id, id))
    return isOut ? c.redirect(urls.desk + query({ done: action }), 303) : problem(c, 'notFound')
  }

  const form = await readForm(c)
  const turn = form && readTurn(form)
  if (!form || turn === null) return problem(c, 'badRequest')
  const { input, typed } = readAct(action, form, subject, c.var.view.m)
  const sent = { action, turn }

  if (Object.keys(typed.errors).length > 0) {
    const isPast = turn !== subject.case.turn && !lineOf(action).free
    return isPast || !roleFor(action, staff, subject)
      ? tooLate(c, subject, sent, typed)
      : again(c, subject, typed)
  }
  if (action === 'look_at_identity') {
    const looked = await lookAtIdentity(c.var, staff, subject, { ...input, turn })
    return looked.ok ? identityPage(c, subject, looked.details) : refused(c, looked.why, subject, sent, typed)
  }
  const outcome = await performAs(c.var, staff, subject, action, { ...input, turn })
  if (!outcome.ok) return refused(c, outcome.why, subject, sent, typed)
  return c.redirect(await wayOn(c, action, id), 303)
}

/** To the case, with what was done; to his work where the case is out of his sight now. */
async function wayOn(c: Acting, action: StaffAction, id: string): Promise<string> {
  // A corrected category may make a case strict, for named people only.
  const mayBeGone = leaves(action) || action === 'accept'
  const seen = !mayBeGone || (await loadForStaff(c.var, c.var.staff, id)) !== null
  return seen ? doneAt(id, action) : urls.desk + query({ done: action })
}

function leaves(action: StaffAction): boolean {
  return action === 'recuse' || action === 'step_aside'
}
