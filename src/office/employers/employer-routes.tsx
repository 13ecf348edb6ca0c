import type { Context } from 'hono'
import { type StaffEnv, staffFactory } from '../../env.ts'
import { type Approved, approveEnterprise, listWaiting, refuseEnterprise } from '../../orgs/approving.ts'
import { isWithin } from '../../typed/graphemes.ts'
import { type FormBody, readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { patterns, query, urls } from '../../urls.ts'
import { officeOf, wholeAdministrators } from '../guards.ts'
import { pageOfRows } from '../page-of-rows.ts'
import { longestReason, seenField } from './deciding.tsx'
import { EmployersPage } from './employers-page.tsx'

// Each asks the database once more for those that could be the same.
const pageSize = 20

export const employerPages = staffFactory.createApp()

employerPages.get(urls.officeEmployers, wholeAdministrators, (c) => show(c))

employerPages.post(patterns.officeEmployer, wholeAdministrators, async (c) => {
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const id = c.req.param('id')
  const outcome = await decide(c, id, body)
  if (outcome === null) return problem(c, 'badRequest')
  if (outcome === 'not_allowed') return problem(c, 'forbidden')
  if (outcome === 'done') return c.redirect(urls.officeEmployers + query({ done: 1 }), 303)
  return await show(c, { id, body, why: outcome })
})

export interface Undecided {
  id: string
  body: FormBody
  why: Exclude<Approved, 'done' | 'not_allowed'> | 'reason_too_long'
}

async function decide(
  c: Context<StaffEnv>,
  id: string,
  body: FormBody,
): Promise<Approved | 'reason_too_long' | null> {
  const seen = { id, as: body.get(seenField(id)) }
  switch (body.get('act')) {
    case 'approve':
      return await approveEnterprise(officeOf(c), seen)
    case 'refuse': {
      const reason = body.line(`${id}-reason`)
      if (!isWithin(reason, longestReason)) return 'reason_too_long'
      return await refuseEnterprise(officeOf(c), seen, reason)
    }
    default:
      return null
  }
}

async function show(c: Context<StaffEnv>, undecided?: Undecided) {
  const { view, staff, db } = c.var
  const found = await listWaiting(db, c.req.query('after') ?? '', pageSize + 1)
  const { shown, last } = pageOfRows(found, pageSize)
  const after = last?.id
  return c.html(
    <EmployersPage
      view={view}
      staff={staff}
      waiting={shown}
      more={after && urls.officeEmployers + query({ after })}
      done={!undecided && c.req.query('done') === '1'}
      undecided={undecided}
    />,
    undecided ? 422 : 200,
  )
}
