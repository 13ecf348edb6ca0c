import type { Context } from 'hono'
import { deleteCookie, setCookie, setSignedCookie } from 'hono/cookie'
import type { AppEnv } from '../../env.ts'
import { readResumeCode } from '../../forms/form-drafts.ts'
import { browserSecret } from '../../keeping/browser.ts'
import { cookieAttributes, readCookie, readSignedCookie } from '../../ui/cookies.ts'

/** Under which code this browser goes on at which form; it is worth nothing once its worker has left. */
const cookie = 'resume'
const forgotten = 'forgotten'
const twoHours = 2 * 3_600_000

/** The resume code that this browser has for a form; null where it has none, or keeps none. */
export async function keptCode(c: Context<AppEnv>, path: string): Promise<string | null> {
  if (readCookie(c, cookie) === undefined) return null
  const signedBy = await signature(c)
  const value = signedBy && (await readSignedCookie(c, signedBy, cookie))
  if (!value) return null
  const [code = '', endsAt, at] = value.split(' ')
  return at === path && Number(endsAt) > c.var.now.getTime() ? readResumeCode(code) : null
}

/** Keeps it while he fills in; a phone that lies about for two hours asks for the code. */
export async function keepCode(c: Context<AppEnv>, code: string, path: string): Promise<void> {
  const signedBy = await signature(c)
  if (!signedBy) return
  const value = `${code} ${c.var.now.getTime() + twoHours} ${path}`
  await setSignedCookie(c, cookie, value, signedBy, { ...cookieAttributes(c), maxAge: twoHours / 1000 })
}

export function forgetCode(c: Context<AppEnv>): void {
  deleteCookie(c, cookie, cookieAttributes(c))
}

/** Says that somebody has deleted here what he filled in, so that whoever goes back finds nothing of it either. */
export function markForgotten(c: Context<AppEnv>): void {
  setCookie(c, forgotten, '1', { ...cookieAttributes(c), maxAge: twoHours / 1000 })
}

/** Whether that was so a short time ago. */
export function hasForgotten(c: Context<AppEnv>): boolean {
  return readCookie(c, forgotten) !== undefined
}

async function signature(c: Context<AppEnv>): Promise<string | null> {
  const secret = await browserSecret(c)
  return secret && `resume ${c.env.secrets.receipts} ${secret}`
}
