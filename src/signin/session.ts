import { and, eq, gt, ne, sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { deleteCookie } from 'hono/cookie'
import type { Db } from '../db/client.ts'
import { staff as people } from '../db/tables/orgs.ts'
import { secondFactors, sessions } from '../db/tables/signin.ts'
import { type AppEnv, staffFactory } from '../env.ts'
import { rightsOfEach, type Staff, staffFrom } from '../orgs/staff.ts'
import { cookieAttributes, readSignedCookie } from '../ui/cookies.ts'
import { query, urls } from '../urls.ts'
import { nextIn } from './landing.ts'
import { needsSecondFactor } from './second-factor/rule.ts'

/** The name of the session's cookie; better-auth writes it, and it is read here without better-auth. */
export const sessionCookie = 'session'

export const sessionDays = 7

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
  const { pathname, search } = new URL(c.req.url)
  const back = query({ next: c.req.method === 'GET' ? nextIn(pathname + search) : '' })
  if (!session) return c.redirect(urls.signIn + back, 303)
  if (needsSecondFactor(session, c.var.rules.settings) && !session.secondFactorAt) {
    return c.redirect((session.enrolled ? urls.signInSecondFactor : urls.accountSecondFactor) + back, 303)
  }
  return session
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
      enrolled: sql<number>`${secondFactors.secret} is not null`,
    })
    .from(sessions)
    .innerJoin(people, eq(id, sessions.userId))
    .leftJoin(secondFactors, eq(secondFactors.staffId, id))
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now), eq(people.active, true)))
  if (!row) return null
  return {
    id: row.sessionId,
    staff: staffFrom(row),
    digest: row.digest,
    enrolled: row.enrolled === 1,
    secondFactorAt: row.secondFactorAt,
  }
}

/** Ends the session of this browser, if it has one. */
export async function endSession(c: Context<AppEnv>): Promise<void> {
  const token = await readSignedCookie(c, c.env.secrets.auth, sessionCookie)
  if (token) await c.var.db.delete(sessions).where(eq(sessions.token, token))
  deleteCookie(c, sessionCookie, cookieAttributes(c))
}

/** Ends one session of the person whose session this is, by its id; without an id all but this one. */
export async function endSessionsOf(db: Db, { id: present, staff }: Session, id: string): Promise<void> {
  const which = id === '' ? ne(sessions.id, present) : eq(sessions.id, id)
  await db.delete(sessions).where(and(eq(sessions.userId, staff.id), which))
}
