import { and, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { tellUnreadable } from './cases/telling-unreadable.ts'
import { caseKeys } from './db/tables/keys.ts'
import type { Unreadable } from './encryption/unreadable.ts'
import type { AppEnv } from './env.ts'
import { logFailure } from './log.ts'
import { readForm } from './ui/form-body.ts'
import { textsOf } from './ui/kept-words.ts'
import { problem } from './ui/problem.tsx'

/**
 * The answer where words of a case cannot be opened: it says so, shows nothing of the case, gives back what was typed,
 * and rings.
 */
export async function unreadable(c: Context<AppEnv>, error: Unreadable) {
  if (c.req.method === 'GET' && (await isRenewed(c, error))) return c.redirect(pathOf(c.req.url), 303)
  logFailure(`${c.req.method} met something that cannot be read`, error)
  await tellUnreadable(c.var, [error.caseId]).catch((failure) =>
    logFailure('That something cannot be read could not be told', failure),
  )
  const form = c.req.method === 'POST' ? await readForm(c).catch(() => null) : null
  return problem(c, 'unreadable', form ? textsOf(form) : [])
}

/** Whether the page was read while its worker had words deleted: what stayed is under a new key, and is read anew. */
async function isRenewed({ var: { db } }: Context<AppEnv>, { caseId, writtenBy }: Unreadable) {
  if (!writtenBy) return false
  return (await db.$count(caseKeys, and(eq(caseKeys.caseId, caseId), eq(caseKeys.id, writtenBy)))) > 0
}

/** With its query, and within the house. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
