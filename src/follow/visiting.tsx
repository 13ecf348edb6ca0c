import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'
import type { FormBody } from '../ui/reading.ts'
import { ExpiredPage } from './entry-page.tsx'
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
  const typed = form
    .names()
    .filter((name) => !unwritten.includes(name))
    .flatMap((name) => form.all(name))
  return c.html(<ExpiredPage view={c.var.view} typed={typed.filter(Boolean)} />, 403)
}
