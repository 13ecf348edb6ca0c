import { and, eq, lt } from 'drizzle-orm'
import type { Context } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { staff } from '../db/tables/orgs.ts'
import { sessions, verifications } from '../db/tables/signin.ts'
import { type AppEnv, factory } from '../env.ts'
import { auditEntry } from '../orgs/auditing.ts'
import { loadStaff } from '../orgs/staff.ts'
import { cookieAttributes, readSignedCookie } from '../ui/cookies.ts'
import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { readForm } from '../ui/form-body.ts'
import { askToWait, mayTryToSignIn } from '../ui/limiting.ts'
import { carriedForm, Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import { problem } from '../ui/problem.tsx'
import type { View } from '../ui/view.ts'
import { WaitNotice } from '../ui/wait-notice.tsx'
import { query, urls } from '../urls.ts'
import { openAuth } from './auth.ts'
import { CodeField } from './code-field.tsx'
import { askedCookie } from './email-routes.tsx'
import { landing, nextIn } from './landing.ts'

export const codePages = factory.createApp()

codePages.get(urls.signInCode, async (c) => {
  const next = nextIn(c.req.query('next'))
  const email = await readSignedCookie(c, c.env.secrets.auth, askedCookie)
  if (!email) return c.redirect(toStartAgain(next), 303)
  const again = c.req.query('again') === '1'
  return c.html(<CodePage view={c.var.view} email={email} next={next} again={again} />)
})

codePages.post(urls.signInCode, async (c) => {
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const next = nextIn(body.get('next'))
  const email = await readSignedCookie(c, c.env.secrets.auth, askedCookie)
  if (!email) return c.redirect(toStartAgain(next), 303)
  if (!(await mayTryToSignIn(c, `enters for ${email}`))) {
    const kept = { typed: body.get('code'), wait: askToWait(c) }
    return c.html(<CodePage view={c.var.view} email={email} next={next} {...kept} />, 429)
  }

  const typed = body.get('code')
  const person = await signIn(c, email, typed.normalize('NFKC').replace(/\D/g, ''))
  if (!person) {
    // One answer for a wrong, an old and a worn-out code, and for an address without an account.
    const errors = { code: c.var.view.m.signin.code.wrong }
    return c.html(<CodePage view={c.var.view} email={email} next={next} typed={typed} errors={errors} />, 422)
  }
  deleteCookie(c, askedCookie, cookieAttributes(c))
  return c.redirect(landing(next, person), 303)
})

/** To where a code is asked for, where nothing says any more who asked for one. */
const toStartAgain = (next: string) => urls.signIn + query({ next, again: 1 })

/** Who has shown the right code, with the cookie of his new session set; or null. */
async function signIn(c: Context<AppEnv>, email: string, otp: string) {
  const [person] = await c.var.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.email, email), eq(staff.active, true)))
  const auth = await openAuth(c)
  const answer = await auth.api.signInEmailOTP({
    // Without an account the code that was made for this mailbox is looked at as well, and never fits.
    body: { email, otp: person ? otp : '-' },
    asResponse: true,
  })
  if (!answer.ok || !person) return null
  for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
  await noteArrival(c.var, { id: person.id, email })
  return await loadStaff(c.var.db, person.id)
}

/** Writes the log; and what has run out goes when somebody comes in, so that no job has to look for it. */
async function noteArrival({ db, now }: AppEnv['Variables'], person: { id: string; email: string }) {
  await db.batch([
    auditEntry({ db, now, by: person }, 'signed_in', person.email),
    db.delete(sessions).where(and(eq(sessions.userId, person.id), lt(sessions.expiresAt, now))),
    db.delete(verifications).where(lt(verifications.expiresAt, now)),
  ])
}

function CodePage({
  view,
  email,
  next,
  errors = {},
  typed,
  wait,
  again = false,
}: {
  view: View
  email: string
  next: string
  errors?: FieldErrors
  /** What was not looked at yet, or is wrong by a digit perhaps. */
  typed?: string
  wait?: string
  /** He has just asked for it once more. */
  again?: boolean
}) {
  const t = view.m.signin.code
  return (
    <Page view={view} title={t.title} carries>
      <WaitNotice view={view} text={wait} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{t.title}</h1>
      {again && <Notice kind="good" title={t.sentAgain} />}
      <p>{t.sent(email)}</p>
      <form id={carriedForm} method="post" action={urls.signInCode} novalidate>
        <Hidden name="next" value={next} />
        <CodeField view={view} label={t.label} value={typed} error={errors.code} digits />
        <Submit>{view.m.signin.code.signIn}</Submit>
      </form>
      <p class="hint">{t.wait}</p>
      <form method="post" action={urls.signIn}>
        <Hidden name="email" value={email} />
        <Hidden name="next" value={next} />
        <Hidden name="again" value="yes" />
        <Submit quiet>{t.again}</Submit>
      </form>
      <p class="row">
        <a href={urls.signIn + query({ next })}>{t.otherAddress}</a>
      </p>
    </Page>
  )
}
