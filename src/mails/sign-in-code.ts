import { and, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { newId } from '../db/id.ts'
import { staff } from '../db/tables/orgs.ts'
import type { AppEnv } from '../env.ts'
import { catalogs } from '../i18n/catalog.ts'
import { logFailure } from '../log.ts'
import { type MailContent, mailText } from '../mail/content.ts'
import { mailHtml } from '../mail/layout.tsx'
import { sendMail } from '../mail/send.ts'

/** One-time codes: eight digits, because three tries at each of many codes must stay hopeless. */
export const code = { digits: 8, minutes: 10, attempts: 3 }

/**
 * Sends a one-time code at once; it is stored nowhere but with the sign-in it belongs to. `again`: it was in a mail
 * before this one.
 */
export async function mailCode(
  c: Context<AppEnv>,
  email: string,
  { digits, again }: { digits: string; again: boolean },
): Promise<void> {
  const { db, now, rules } = c.var
  const [person] = await db
    .select({ locale: staff.locale })
    .from(staff)
    .where(and(eq(staff.email, email), eq(staff.active, true)))
  if (!person) return
  const { locale } = person
  const { signin, common } = catalogs[locale]
  const shown = digits.replace(/(\d{4})(?=\d)/g, '$1 ')
  const content: MailContent = {
    locale,
    from: `${common.product} · ${rules.settings.name[locale]}`,
    subject: signin.codeMail.subject(shown),
    preview: signin.codeMail.lead,
    blocks: [
      { kind: 'text', text: signin.codeMail.lead },
      { kind: 'heading', text: shown },
      ...(again ? [{ kind: 'text' as const, text: signin.codeMail.again }] : []),
      { kind: 'text', text: signin.codeMail.limits(code.minutes) },
      { kind: 'small', text: signin.codeMail.notYou },
    ],
  }
  const sent = await sendMail(c.env, rules.settings, {
    id: newId(now),
    to: email,
    locale,
    subject: content.subject,
    text: mailText(content),
    html: mailHtml(content),
  })
  // What the server answers may repeat the address and the subject, which holds the code; its number does not.
  if (!sent.ok)
    logFailure(`A sign-in code could not be sent (${/\b[45]\d\d\b/.exec(sent.error)?.[0] ?? 'no answer'})`)
}
