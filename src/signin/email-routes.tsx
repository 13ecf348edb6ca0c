import { setSignedCookie } from 'hono/cookie'
import { factory } from '../env.ts'
import { code, mailCode } from '../mails/sign-in-code.ts'
import { cookieAttributes, readSignedCookie } from '../ui/cookies.ts'
import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import { readForm } from '../ui/form-body.ts'
import { askToWait, mayTryToSignIn } from '../ui/limiting.ts'
import { carriedForm, Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import { problem } from '../ui/problem.tsx'
import type { View } from '../ui/view.ts'
import { WaitNotice } from '../ui/wait-notice.tsx'
import { query, urls } from '../urls.ts'
import { DemoCadres, demoCadres } from './demo.tsx'
import { nextIn } from './landing.ts'
import { codeOf } from './one-code.ts'

/** Remembers for the next page who asked for a code. */
export const askedCookie = 'signing-in'

export const email = factory.createApp()

email.get(urls.signIn, async (c) => {
  const { view, db } = c.var
  const next = nextIn(c.req.query('next'))
  const cadres = c.env.demo ? await demoCadres(db) : []
  // Whoever comes back for another code finds his address, to send again or to put right.
  const asked = (await readSignedCookie(c, c.env.secrets.auth, askedCookie)) || undefined
  const startsAgain = c.req.query('again') === '1' && !asked
  return c.html(<SignInPage {...{ view, next, cadres, startsAgain }} value={asked} />)
})

email.post(urls.signIn, async (c) => {
  const { view } = c.var
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const next = nextIn(body.get('next'))
  const given = body.mailbox('email')
  if (!given) {
    const errors = { email: view.m.signin.emailInvalid }
    return c.html(<SignInPage view={view} next={next} value={body.get('email')} errors={errors} />, 422)
  }
  if (!(await mayTryToSignIn(c, `asks for ${given}`))) {
    const page = <SignInPage view={view} next={next} value={given} wait={askToWait(c)} />
    return c.html(page, 429)
  }

  // The same work for every mailbox, so that none is told apart: a code is there, and whether there is an
  // account to mail it to is looked at after the answer.
  c.env.later(mailCode(c, given, await codeOf(c.var.db, c.env.secrets.auth, given)))
  await setSignedCookie(c, askedCookie, given, c.env.secrets.auth, {
    ...cookieAttributes(c),
    maxAge: code.minutes * 60,
  })
  const again = body.get('again') === 'yes' ? 1 : undefined
  return c.redirect(urls.signInCode + query({ next, again }), 303)
})

function SignInPage({
  view,
  next,
  value,
  errors = {},
  cadres = [],
  wait,
  startsAgain = false,
}: {
  view: View
  next: string
  value?: string | undefined
  errors?: FieldErrors
  cadres?: Awaited<ReturnType<typeof demoCadres>>
  wait?: string
  /** He asked for a code before, and his browser does not know of it. */
  startsAgain?: boolean
}) {
  const t = view.m.signin
  return (
    <Page view={view} title={t.title} carries>
      <WaitNotice view={view} text={wait} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{t.title}</h1>
      {startsAgain && <Notice kind="warning">{t.startAgain}</Notice>}
      {next.includes('words=') && <Notice>{t.wordsWait}</Notice>}
      <p>{t.lead}</p>
      <form id={carriedForm} method="post" action={urls.signIn} novalidate>
        <Hidden name="next" value={next} />
        <TextField
          view={view}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="username"
          label={t.email}
          hint={t.emailHint}
          value={value}
          error={errors.email}
        />
        <Submit>{t.sendCode}</Submit>
      </form>
      {cadres.length > 0 && <DemoCadres view={view} cadres={cadres} next={next} />}
    </Page>
  )
}
