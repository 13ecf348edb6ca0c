import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import { logFailure } from '../log.ts'
import { type FormBody, readForm } from '../ui/form-body.ts'
import { ExpiredPage, FailedPage } from './entry-page.tsx'
import { type Followed, loadFollowed } from './followed.ts'
import { openVisit, visitOf } from './visit.ts'

/** The case of the running visit, which then runs half an hour longer; null when it has ended. */
export async function followed(c: Context<AppEnv>): Promise<Followed | null> {
  const visit = await visitOf(c)
  const it = visit && (await loadFollowed(c.var.db, visit))
  if (!it) return null
  await openVisit(c, visit)
  return it
}

const unwritten = ['token', 'turn', 'solved', 'satisfied']

/** The answer to a form whose visit has ended: nothing was saved, and here is your text. */
export function expired(c: Context<AppEnv>, form: FormBody) {
  return c.html(<ExpiredPage view={c.var.view} typed={typedIn(form)} />, 403)
}

/** The answer where something of ours broke: the text is on the page, and nowhere else. */
export async function failed(error: Error, c: Context<AppEnv>) {
  logFailure('A worker could not act on his case', error)
  const form = await readForm(c)
  return c.html(<FailedPage view={c.var.view} typed={form ? typedIn(form) : []} />, 503)
}

function typedIn(form: FormBody): string[] {
  const written = form.names().filter((name) => !unwritten.includes(name))
  return written.flatMap((name) => form.all(name)).filter(Boolean)
}
