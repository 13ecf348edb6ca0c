import { and, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { staff } from '../db/tables/orgs.ts'
import { type AppEnv, factory } from '../env.ts'
import { staffOfChoiceToken } from '../mail/unsubscribe-token.ts'
import { chooseMail } from '../orgs/choosing-mail.ts'
import { Hidden, Submit } from '../ui/fields/sending.tsx'
import { readForm } from '../ui/form-body.ts'
import { Page } from '../ui/page.tsx'
import { Notice } from '../ui/parts.tsx'
import type { View } from '../ui/view.ts'
import { patterns, urls } from '../urls.ts'

/**
 * The link at the foot of each weekly mail. Its token is the permission, so a mail program may press the
 * button by itself (RFC 8058); mounted before the check for foreign origins.
 */
export const mailChoice = factory.createApp()

mailChoice.get(patterns.mailChoice, async (c) => {
  const person = await holder(c)
  if (!person) return gone(c)
  return c.html(<ChoicePage view={c.var.view} person={person} token={c.req.param('token')} />)
})

mailChoice.post(patterns.mailChoice, async (c) => {
  const person = await holder(c)
  if (!person) return gone(c)
  const body = await readForm(c)
  const digest = body?.get('digest') === 'yes'
  await chooseMail(c.var, person.id, { digest })
  const token = c.req.param('token')
  return c.html(<ChoicePage view={c.var.view} person={{ ...person, digest }} token={token} done />)
})

async function holder(c: Context<AppEnv>) {
  const id = await staffOfChoiceToken(c.env.secrets.auth, c.req.param('token') ?? '')
  if (!id) return undefined
  const [person] = await c.var.db
    .select({ id: staff.id, name: staff.name, digest: staff.digest })
    .from(staff)
    .where(and(eq(staff.id, id), eq(staff.active, true)))
  return person
}

function gone(c: Context<AppEnv>) {
  const { view } = c.var
  const t = view.m.signin
  return c.html(
    <Page view={view} title={t.mailChoice.title}>
      <h1>{t.mailChoice.title}</h1>
      <p>{t.mailChoice.gone}</p>
      <p>
        <a class="button" href={urls.account}>
          {t.account.title}
        </a>
      </p>
    </Page>,
    404,
  )
}

function ChoicePage({
  view,
  person,
  token,
  done,
}: {
  view: View
  person: { name: string; digest: boolean }
  token: string
  done?: boolean
}) {
  const t = view.m.signin.mailChoice
  const { name, digest } = person
  return (
    <Page view={view} title={t.title}>
      <h1>{t.title}</h1>
      {done ? <Notice kind="good" title={digest ? t.resumed : t.stopped} /> : null}
      {done ? null : <p>{digest ? t.off(name) : t.on(name)}</p>}
      <p>{t.urgent}</p>
      <form method="post" action={urls.mailChoice(token)}>
        <Hidden name="digest" value={digest ? 'no' : 'yes'} />
        <Submit quiet={done ?? false}>{digest ? t.stop : t.resume}</Submit>
      </form>
    </Page>
  )
}
