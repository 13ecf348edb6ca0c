import type { Context } from 'hono'
import { tellUnreadable } from './cases/telling-unreadable.ts'
import { isOvertaken } from './encryption/overtaken.ts'
import type { Unreadable } from './encryption/unreadable.ts'
import type { AppEnv } from './env.ts'
import { logFailure } from './log.ts'
import { readForm } from './ui/form-body.ts'
import { textsOf } from './ui/kept-words.ts'
import { problem } from './ui/problem.tsx'

/**
 * The answer where words of a case cannot be opened: it says so, shows nothing of the case, gives back what was typed,
 * and rings. Where its worker had words deleted just then, the page is read anew, and whoever sent something is told to
 * send it again.
 */
export async function unreadable(c: Context<AppEnv>, error: Unreadable) {
  const isRead = c.req.method === 'GET'
  const form = isRead ? null : await readForm(c).catch(() => null)
  const typed = form ? textsOf(form) : []
  if (await isOvertaken(c.var.db, error))
    return isRead ? c.redirect(pathOf(c.req.url), 303) : problem(c, 'overtaken', typed)
  logFailure(`${c.req.method} met something that cannot be read`, error)
  await tellUnreadable(c.var, [error.caseId]).catch((failure) =>
    logFailure('That something cannot be read could not be told', failure),
  )
  return problem(c, 'unreadable', typed)
}

/** With its query, and within the house. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
