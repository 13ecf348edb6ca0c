import { and, eq, gt, ne, sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { deleteCookie, setSignedCookie } from 'hono/cookie'
import type { Db } from '../db/client.ts'
import { staff as people } from '../db/tables/orgs.ts'
import { secondFactors, sessions } from '../db/tables/signin.ts'
import { type AppEnv, staffFactory } from '../env.ts'
import { forgetBrowser } from '../keeping/browser.ts'
import { keepWords } from '../keeping/keeping-words.ts'
import { UnsentPage } from '../keeping/unsent.tsx'
import { rightsOfEach, type Staff, staffFrom } from '../orgs/staff.ts'
import { cookieAttributes, readSignedCookie } from '../ui/cookies.ts'
import { readForm } from '../ui/form-body.ts'
import { textsOf } from '../ui/kept-words.ts'
import { query, urls } from '../urls.ts'
import { nextIn } from './landing.ts'
import { needsSecondFactor } from './second-factor/rule.ts'

/** The name of the session's cookie; better-auth writes it, and it is read here without better-auth. */
export const sessionCookie = 'session'

export const sessionDays = 7
const day = 86_400_000

export interface Session {
  id: string
  staff: Staff
  digest: boolean
  /** Whether the person has a second factor set up. */
  enrolled: boolean
  /** When it was shown in this session. */
  secondFactorAt: Date | null
}

/** Lets in who may come in, and sets `c.var.staff`. */
export const signedIn = staffFactory.createMiddleware(async (c, next) => {
  const session = await admit(c)
  if (session instanceof Response) return session
  c.set('staff', session.staff)
  await next()
})

/** The session of who is signed in, with his second factor where he needs one; else the way to there. */
export async function admit<E extends AppEnv>(c: Context<E>): Promise<Session | Response> {
  const session = await readSession(c)
  if (!session) return wayThrough(c, urls.signIn)
  if (needsSecondFactor(session, c.var.rules.settings) && !session.secondFactorAt)
    return wayThrough(c, session.enrolled ? urls.signInSecondFactor : urls.accountSecondFactor)
  return session
}

/** To a page of the sign-in and from there back to where he was, with what he had written. */
async function wayThrough<E extends AppEnv>(c: Context<E>, page: string): Promise<Response> {
  const to = (next: string) => c.redirect(page + query({ next: nextIn(next) }), 303)
  const { pathname, search } = new URL(c.req.url)
  if (c.req.method === 'GET') return to(pathname + search)
  const form = await readForm(c)
  const { here } = c.var.view
  const at = here ? here.pathname + here.search : ''
  if (!form || textsOf(form).length === 0) return to(at)
  const kept = here && (await keepWords(c, form, at))
  if (kept) return to(kept)
  return c.html(
    UnsentPage({ view: c.var.view, texts: textsOf(form), back: page + query({ next: nextIn(at) }) }),
    403,
  )
}

/** The session whose token the browser shows, with its person and all he may do, in one statement; or null. */
export async function readSession<E extends AppEnv>(c: Context<E>): Promise<Session | null> {
  const token = await readSignedCookie(c, c.env.secrets.auth, sessionCookie)
  if (!token) return null
  const { db, now } = c.var
  const { id, name, email, locale, digest } = people
  const [row] = await db
    .select({
      ...{ id, name, email, locale, digest },
      ...rightsOfEach,
      sessionId: sql<string>`${sessions.id}`,
      secondFactorAt: sessions.secondFactorAt,
      expiresAt: sessions.expiresAt,
      enrolled: sql<number>`${secondFactors.secret} is not null`,
    })
    .from(sessions)
    .innerJoin(people, eq(id, sessions.userId))
    .leftJoin(secondFactors, eq(secondFactors.staffId, id))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now), eq(people.active, true)))
  if (!row) return null
  if (row.expiresAt.getTime() < now.getTime() + (sessionDays - 1) * day) await slide(c, token)
  return {
    id: row.sessionId,
    staff: staffFrom(row),
    digest: row.digest,
    enrolled: row.enrolled === 1,
    secondFactorAt: row.secondFactorAt,
  }
}

/** Whoever comes back within its days stays in: once a day the session runs on from then. */
async function slide<E extends AppEnv>(c: Context<E>, token: string): Promise<void> {
  const { db, now } = c.var
  const expiresAt = new Date(now.getTime() + sessionDays * day)
  c.env.later(db.update(sessions).set({ expiresAt }).where(eq(sessions.token, token)).execute())
  await keepSession(c, token)
}

/** Puts a session into the browser's cookie, for as long as it lasts. */
export function keepSession<E extends AppEnv>(c: Context<E>, token: string): Promise<void> {
  const maxAge = (sessionDays * day) / 1000
  return setSignedCookie(c, sessionCookie, token, c.env.secrets.auth, { ...cookieAttributes(c), maxAge })
}

/** Ends the session of this browser, if it has one. */
export async function endSession(c: Context<AppEnv>): Promise<void> {
  const token = await readSignedCookie(c, c.env.secrets.auth, sessionCookie)
  if (token) await c.var.db.delete(sessions).where(eq(sessions.token, token))
  deleteCookie(c, sessionCookie, cookieAttributes(c))
  forgetBrowser(c)
}

/** Ends one session of the person whose session this is, by its id; without an id all but this one. */
export async function endSessionsOf(db: Db, { id: present, staff }: Session, id: string): Promise<void> {
  const which = id === '' ? ne(sessions.id, present) : eq(sessions.id, id)
  await db.delete(sessions).where(and(eq(sessions.userId, staff.id), which))
}
