import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { setCookie } from 'hono/cookie'
import type { Db } from '../db/client.ts'
import { organisations } from '../db/tables/orgs.ts'
import { sessions } from '../db/tables/signin.ts'
import { locales } from '../db/vocabulary.ts'
import { factory } from '../env.ts'
import { chooseMail } from '../orgs/choosing-mail.ts'
import { listNominees } from '../orgs/nominees.ts'
import { cookieAttributes } from '../ui/cookies.ts'
import { readForm } from '../ui/form-body.ts'
import { problem } from '../ui/problem.tsx'
import { query, urls } from '../urls.ts'
import { MyAccount } from './account-page.tsx'
import { admit, endSessionsOf, type Session } from './session.ts'

export const account = factory.createApp()

account.get(urls.account, async (c) => {
  const session = await admit(c)
  if (session instanceof Response) return session
  const { view, db, now } = c.var
  const [places, open, named] = await Promise.all([
    placesOf(db, session),
    sessionsOf(db, session, now),
    session.staff.nominatedFor.length > 0 ? listNominees(db) : [],
  ])
  const saved = c.req.query('saved') === '1'
  return c.html(<MyAccount view={view} {...{ session, places, open, named, saved }} />)
})

account.post(urls.accountMail, async (c) => {
  const session = await admit(c)
  if (session instanceof Response) return session
  const body = await readForm(c)
  const locale = locales.find((it) => it === body?.get('locale'))
  if (!body || !locale) return problem(c, 'badRequest')
  await chooseMail(c.var, session.staff.id, { locale, digest: body.get('digest') === 'yes' })
  setCookie(c, 'lang', locale, { ...cookieAttributes(c), maxAge: 31_536_000 })
  return c.redirect(urls.account + query({ saved: 1 }), 303)
})

account.post(urls.accountSessions, async (c) => {
  const session = await admit(c)
  if (session instanceof Response) return session
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const id = body.get('session')
  await endSessionsOf(c.var.db, session, id)
  return c.redirect(id === session.id ? urls.signIn : urls.account, 303)
})

async function placesOf(db: Db, { staff }: Session) {
  const ids = [...new Set(staff.grants.map((it) => it.orgId))].slice(0, 50)
  if (ids.length === 0) return []
  const { id, name } = organisations
  return await db.select({ id, name }).from(organisations).where(inArray(id, ids))
}

async function sessionsOf(db: Db, { staff }: Session, now: Date) {
  const { id, createdAt, expiresAt, userId } = sessions
  return await db
    .select({ id, createdAt, expiresAt })
    .from(sessions)
    .where(and(eq(userId, staff.id), gt(expiresAt, now)))
    .orderBy(desc(createdAt))
    .limit(20)
}
