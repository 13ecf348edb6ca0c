import type { Context } from 'hono'
import type { Filer } from '../../cases/sent-before.ts'
import type { AppEnv } from '../../env.ts'
import {
  changeDraft,
  type FormDraft,
  openDraft,
  readResumeCode,
  resumeCodeFor,
} from '../../forms/form-drafts.ts'
import { logFailure } from '../../log.ts'
import type { FormBody } from '../../ui/form-body.ts'
import { mayTry } from '../../ui/limiting.ts'
import { networkOf } from '../../ui/network.ts'
import { newDraft } from '../paged/begun.ts'
import { merged, standsAnywhere } from '../paged/page-words.ts'
import { forgetCode, keepCode, keptCode } from '../paged/resume-cookie.ts'
import type { Kept } from '../paged/resume-note.tsx'
import { endDraft } from '../paged/send-walk.tsx'
import type { Sheet } from './form-page.tsx'
import type { Token } from './token.ts'

/** A form of one page, as it was posted. */
export interface PostedForm {
  sheet: Sheet
  path: string
  form: FormBody
  token: Token
  versionId: string
  filer: Filer
}

/** Keeps all that was typed, right or wrong, under its code; else says why not, and the form goes on without. */
export async function keepForm(c: Context<AppEnv>, posted: PostedForm): Promise<Kept | 'tooMany' | 'failed'> {
  try {
    return await keep(c, posted)
  } catch (error) {
    logFailure('A form could not be kept', error)
    return 'failed'
  }
}

async function keep(c: Context<AppEnv>, posted: PostedForm): Promise<Kept | 'tooMany' | 'failed'> {
  const { sheet, path, form, token, versionId } = posted
  const { db, now } = c.var
  const code = await codeOf(c, posted)
  const of = { secret: c.env.secrets.receipts, code }
  const opened = await openDraft(db, of, now)
  if (opened && opened.draft.path !== path) return 'failed'
  if (!opened && !(await mayBegin(c))) return 'tooMany'
  const begun = newDraft(path, token)
  const change = (before: FormDraft | null) => {
    const { key } = token
    const draft = { ...(before ?? begun), key, versionId, entries: [] }
    return merged(draft, standsAnywhere(sheet.definition, form), form)
  }
  const draft = await changeDraft(db, of, now, { opened, change })
  // It was forgotten in another tab, between two looks at it.
  if (!draft) return keep(c, posted)
  await keepCode(c, code, path)
  return { sheet, draft, code }
}

/** Forgets what was kept of a form that is sent; a page of one that was kept carries its code. */
export async function endKept(c: Context<AppEnv>, { path, form, filer }: PostedForm): Promise<void> {
  if (await keptCode(c, path)) forgetCode(c)
  const code = readResumeCode(form.get('resume'))
  if (code) c.env.later(endDraft(c, code, {}, filer))
}

/** The code that came along; else the same for each tap, so that a draft is begun once. */
async function codeOf(c: Context<AppEnv>, { form, token, filer }: PostedForm): Promise<string> {
  const { receipts } = c.env.secrets
  return readResumeCode(form.get('resume')) ?? (await resumeCodeFor(receipts, token.key, filer.secret))
}

/** Counted apart from what is sent, so that nobody waits with that for what others keep. */
function mayBegin(c: Context<AppEnv>): Promise<boolean> {
  return mayTry(c, c.env.limits.filing, `keeping ${networkOf(c.env.addressOf(c.req.raw))}`)
}
