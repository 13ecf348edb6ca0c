import type { Context } from 'hono'
import { type AppEnv, factory } from '../../env.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { readForm } from '../../ui/form-body.ts'
import { problem } from '../../ui/problem.tsx'
import { query, urls } from '../../urls.ts'
import { nextIn } from '../landing.ts'
import { readSession, type Session } from '../session.ts'
import { appAddress } from './app-codes.ts'
import { confirmEnrolment, factorOf, renewBackupCodes, startEnrolment } from './enrolling.ts'
import { BackupCodesPage, InUsePage, ScanPage, StartPage } from './enrolment-pages.tsx'

/** Where a person sets up his second step, replaces his phone, and gets new codes on paper. */
export const enrolment = factory.createApp()

enrolment.get(urls.accountSecondFactor, async (c) => {
  const session = await owner(c)
  if (session instanceof Response) return session
  return await show(c, session, nextIn(c.req.query('next')))
})

enrolment.post(urls.accountSecondFactor, async (c) => {
  const { view, db, now } = c.var
  const session = await owner(c)
  if (session instanceof Response) return session
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const next = nextIn(body.get('next'))
  const scene = { db, now, key: c.env.secrets.auth }
  const { staff, id } = session

  switch (body.get('act')) {
    case 'start':
      await startEnrolment(scene, staff.id)
      return c.redirect(urls.accountSecondFactor + query({ next }), 303)
    case 'confirm': {
      const codes = await confirmEnrolment(scene, { staff, sessionId: id }, body.get('code'))
      if (codes) return c.html(<BackupCodesPage view={view} staff={staff} codes={codes} next={next} />)
      return await show(c, session, next, { code: view.m.signin.secondFactor.wrong })
    }
    case 'codes': {
      if (!session.enrolled) return problem(c, 'badRequest')
      const codes = await renewBackupCodes(scene, staff)
      return c.html(<BackupCodesPage view={view} staff={staff} codes={codes} next={next} />)
    }
    default:
      return problem(c, 'badRequest')
  }
})

/** Whose page this is; who has a second factor must have shown it before he may change it. */
async function owner(c: Context<AppEnv>): Promise<Session | Response> {
  const session = await readSession(c)
  const next = nextIn(c.req.query('next'))
  if (!session) return c.redirect(urls.signIn + query({ next: next || urls.accountSecondFactor }), 303)
  if (session.enrolled && !session.secondFactorAt) {
    return c.redirect(urls.signInSecondFactor + query({ next: next || urls.accountSecondFactor }), 303)
  }
  return session
}

async function show(c: Context<AppEnv>, { staff }: Session, next: string, errors: FieldErrors = {}) {
  const { view, db } = c.var
  const factor = await factorOf(db, staff.id)
  if (factor?.pending) {
    const address = await appAddress(c.env.secrets.auth, factor.pending, view.m.common.product, staff.email)
    const page = <ScanPage view={view} staff={staff} address={address} next={next} errors={errors} />
    return c.html(page, errors.code ? 422 : 200)
  }
  if (factor?.since) {
    const left = factor.backupCodes.length
    return c.html(<InUsePage view={view} staff={staff} since={factor.since} left={left} next={next} />)
  }
  return c.html(<StartPage view={view} staff={staff} next={next} />)
}
