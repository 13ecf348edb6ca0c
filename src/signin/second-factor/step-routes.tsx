import { factory } from '../../env.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { readForm } from '../../ui/form-body.ts'
import { askToWait, mayTryToSignIn } from '../../ui/limiting.ts'
import { carriedForm, Page } from '../../ui/page.tsx'
import { problem } from '../../ui/problem.tsx'
import type { View } from '../../ui/view.ts'
import { WaitNotice } from '../../ui/wait-notice.tsx'
import { query, urls } from '../../urls.ts'
import { CodeField } from '../code-field.tsx'
import { landing, nextIn } from '../landing.ts'
import { readSession } from '../session.ts'
import { showCode } from './check-code.ts'

export const secondStep = factory.createApp()

secondStep.get(urls.signInSecondFactor, async (c) => {
  const next = nextIn(c.req.query('next'))
  const session = await readSession(c)
  if (!session) return c.redirect(urls.signIn + query({ next }), 303)
  if (!session.enrolled) return c.redirect(urls.accountSecondFactor + query({ next }), 303)
  return c.html(<StepPage view={c.var.view} next={next} />)
})

secondStep.post(urls.signInSecondFactor, async (c) => {
  const { view, db, now } = c.var
  const body = await readForm(c)
  if (!body) return problem(c, 'badRequest')
  const next = nextIn(body.get('next'))
  const session = await readSession(c)
  if (!session) return c.redirect(urls.signIn + query({ next }), 303)
  if (!session.enrolled) return c.redirect(urls.accountSecondFactor + query({ next }), 303)
  if (!(await mayTryToSignIn(c, `second step of ${session.staff.id}`))) {
    const kept = { typed: body.get('code'), wait: askToWait(c) }
    return c.html(<StepPage view={view} next={next} {...kept} />, 429)
  }

  const who = { sessionId: session.id, staffId: session.staff.id }
  const shown = await showCode({ db, now, key: c.env.secrets.auth }, who, body.get('code'))
  if (shown === 'right') return c.redirect(landing(next, session.staff), 303)
  const errors = { code: view.m.signin.secondFactor[shown] }
  return c.html(<StepPage view={view} next={next} errors={errors} />, 422)
})

function StepPage({
  view,
  next,
  errors = {},
  typed,
  wait,
}: {
  view: View
  next: string
  errors?: FieldErrors
  typed?: string
  wait?: string
}) {
  const t = view.m.signin.secondFactor
  return (
    <Page view={view} title={t.title} carries>
      <WaitNotice view={view} text={wait} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form id={carriedForm} method="post" action={urls.signInSecondFactor} novalidate>
        <Hidden name="next" value={next} />
        <CodeField view={view} label={t.label} value={typed} error={errors.code} />
        <Submit>{t.check}</Submit>
      </form>
      <p class="hint">{t.lost}</p>
      <form method="post" action={urls.signInExit}>
        <Submit quiet>{view.m.signin.account.exit}</Submit>
      </form>
    </Page>
  )
}
