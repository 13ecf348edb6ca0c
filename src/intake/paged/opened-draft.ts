import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import { forgetDraft, type OpenedDraft, openDraft } from '../../forms/form-drafts.ts'
import { senderBefore } from '../form/before-taking.ts'
import { filerOf } from '../form/filer.ts'

/** What was begun under a code; one that was sent opens no more, also where it could not be forgotten then. */
export async function draftUnder(
  c: Context<AppEnv>,
  code: string,
): Promise<(OpenedDraft & { filer: Filer }) | 'sent' | null> {
  const of = { secret: c.env.secrets.receipts, code }
  const opened = await openDraft(c.var.db, of, c.var.now)
  if (!opened) return null
  const filer = await filerOf(c)
  if ((await senderBefore(c, opened.draft, filer)) === 'nobody') return { ...opened, filer }
  await forgetDraft(c.var.db, of, opened.draft)
  return 'sent'
}
