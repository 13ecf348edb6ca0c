import type { Context } from 'hono'
import { roleFor } from '../../cases/access.ts'
import { loadForStaff } from '../../cases/loading.ts'
import { standsAside } from '../../cases/sight.ts'
import { transition } from '../../cases/workflow.ts'
import type { StaffEnv } from '../../env.ts'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { type patterns, query, urls } from '../../urls.ts'
import { actionOf, type StaffAction } from './acts.ts'
import { again, identityPage, refused, tooLate } from './answering.tsx'
import { behaviours } from './behaviours.ts'
import { doneAt } from './outcome-notice.tsx'
import { readAct, readTurn } from './read-act.ts'
import { isNotedAlready } from './repeating.ts'

type Acting = Context<StaffEnv, typeof patterns.deskAct>

/** One act of a person on a case: 303 when it is done, else the case again with what he typed. */
export async function act(c: Acting) {
  const { staff, db } = c.var
  const action = actionOf(c.req.param('act'))
  const id = c.req.param('id')
  const subject = action ? await loadForStaff(c.var, staff, id) : null
  if (!action || !subject) {
    const isOut = action && leaves(action) && (await standsAside(db, staff.id, id))
    return isOut ? c.redirect(urls.desk + query({ done: action }), 303) : problem(c, 'notFound')
  }

  const form = await readForm(c)
  const turn = form && readTurn(form)
  if (!form || turn === null) return problem(c, 'badRequest')
  const { filled, typed } = readAct(action, form, subject.case, c.var.view.m)
  const sent = { staffId: staff.id, action, turn, reason: filled.reason }

  const moved = turn !== subject.case.turn && !transition(action).free
  if (moved || !roleFor(action, staff, subject)) return tooLate(c, subject, sent, typed)
  if (Object.keys(typed.errors).length > 0) return again(c, subject, typed)
  if (action === 'note' && (await isNotedAlready(c.var, id, sent))) return c.redirect(doneAt(id, action), 303)

  const outcome = await behaviours[action](c.var, staff, subject, { ...filled, turn })
  if (!outcome.ok) return refused(c, outcome.why, subject, sent, typed)
  if (outcome.urgent) c.env.later(c.env.wake({ kind: 'deliveries' }))
  if (outcome.details) return identityPage(c, subject, outcome.details)
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
