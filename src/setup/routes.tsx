import type { Context } from 'hono'
import * as v from 'valibot'
import { hmac, isHmac } from '../db/hmac.ts'
import { type AppEnv, factory } from '../env.ts'
import { newSiteCode } from '../forms/site-codes.ts'
import { standardForms } from '../forms/standard/all.ts'
import { storedFrom } from '../forms/stored-shape.ts'
import { catalogs } from '../i18n/catalog.ts'
import { found, isUnfounded } from '../orgs/founding.ts'
import { settingsSchema } from '../orgs/settings.ts'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { FormBody, readForm } from '../ui/form-body.ts'
import { askToWait, mayTry } from '../ui/limiting.ts'
import { nameProblem, personNameProblem, readName } from '../ui/naming.tsx'
import { problem } from '../ui/problem.tsx'
import { urls } from '../urls.ts'
import { DonePage, SetupPage } from './setup-page.tsx'

/** Lets in a person whom no mail has proved. */
type Enter = (c: Context<AppEnv>, person: { id: string; email: string }) => Promise<void>

/** Opens once, while nobody has an account, to whoever has the token that the deployment printed. */
export function setupPages(enter: Enter) {
  const setup = factory.createApp()

  setup.get(urls.setup, async (c) => {
    if (!(await isOpen(c))) return problem(c, 'notFound')
    return c.html(<SetupPage view={c.var.view} body={new FormBody(new Map([['zone', ['Asia/Shanghai']]]))} />)
  })

  setup.post(urls.setup, async (c) => {
    if (!(await isOpen(c))) return problem(c, 'notFound')
    const { view, db, now } = c.var
    const body = await readForm(c)
    if (!body) return problem(c, 'badRequest')
    if (!(await mayTry(c, c.env.limits.signIn))) {
      return c.html(<SetupPage view={view} body={body} wait={askToWait(c)} />, 429)
    }
    const { office } = view.m
    const name = readName(body, 'federation')
    const zone = v.safeParse(settingsSchema.entries.zone, body.line('zone'))
    const email = body.mailbox('email')
    const sender = body.mailbox('sender')
    const person = body.line('name')
    const wrongName = personNameProblem(view, person)
    const errors: FieldErrors = {
      ...((await isToken(c, body.get('token'))) ? {} : { token: office.setup.tokenWrong }),
      ...(name ? {} : { 'federation-zh': nameProblem(view, body, 'federation') }),
      ...(zone.success ? {} : { zone: office.settings.errors.zone }),
      ...(sender ? {} : { sender: office.staff.emailInvalid }),
      ...(wrongName ? { name: wrongName } : {}),
      ...(email ? {} : { email: office.staff.emailInvalid }),
    }
    if (!name || !zone.success || !sender || !email || Object.keys(errors).length > 0)
      return c.html(<SetupPage view={view} body={body} errors={errors} />, 422)

    const place = { zh: catalogs.zh.office.setup.hall, en: catalogs.en.office.setup.hall }
    const founded = await found(db, now, {
      name,
      zone: zone.output,
      address: new URL(c.req.url).origin,
      sender: sender,
      administrator: { name: person, email: email, locale: view.locale },
      forms: Object.entries(standardForms).map(([slug, definition]) => ({
        slug,
        definition: storedFrom({ ...definition }),
        siteCode: newSiteCode(),
        place,
      })),
    })
    if (!founded) return problem(c, 'notFound')
    // He has shown the token, and no mail may go out before he has looked at the settings.
    await enter(c, { id: founded, email: email })
    return c.html(<DonePage view={view} email={email} />)
  })

  return setup
}

async function isOpen(c: Context<AppEnv>): Promise<boolean> {
  return Boolean(c.env.secrets.setupToken) && (await isUnfounded(c.var.db))
}

/** Compares keyed hashes in constant time, so that the time it takes tells nothing of the token. */
async function isToken({ env: { secrets } }: Context<AppEnv>, typed: string): Promise<boolean> {
  const text = `setup ${secrets.setupToken}`
  return isHmac(secrets.auth, text, await hmac(secrets.auth, `setup ${typed}`))
}
