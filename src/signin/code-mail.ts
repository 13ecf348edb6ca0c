import { and, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { newId } from '../db/id.ts'
import { staff } from '../db/tables/orgs.ts'
import type { AppEnv } from '../env.ts'
import { catalogs } from '../i18n/catalog.ts'
import { sendMail } from '../mail/door.ts'

/** One-time codes: eight digits, because three tries at each of many codes must stay hopeless. */
export const code = { digits: 8, minutes: 10, attempts: 3 }

/** Sends a one-time code at once; it is stored nowhere but with the sign-in it belongs to. */
export async function mailCode(c: Context<AppEnv>, email: string, digits: string): Promise<void> {
  const { db, now, rules } = c.var
  const [person] = await db
    .select({ locale: staff.locale })
    .from(staff)
    .where(and(eq(staff.email, email), eq(staff.active, true)))
  if (!person) return
  const t = catalogs[person.locale].signin.codeMail
  const shown = digits.replace(/(\d{4})(?=\d)/g, '$1 ')
  const sent = await sendMail(c.env, rules.settings, {
    id: newId(now),
    to: email,
    locale: person.locale,
    subject: t.subject(shown),
    text: [t.lead, '', shown, '', t.limits(code.minutes), t.notYou, ''].join('\n'),
    html: String(
      await html`<p>${t.lead}</p><p style="font:700 28px/1.5 monospace">${shown}</p><p>${t.limits(code.minutes)}</p><p>${t.notYou}</p>`,
    ),
  })
  if (!sent.ok) console.error(`A sign-in code could not be sent: ${sent.error}`)
}
