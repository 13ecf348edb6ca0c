import type { Context } from 'hono'
import { type AppEnv, factory } from '../env.ts'
import { FormBody } from '../ui/form-body.ts'
import { KeptWords } from '../ui/kept-words.ts'
import { keepEntry, readEntry } from './entries.ts'

/** Overnight: whoever was interrupted may come back the next morning. */
const minutes = 24 * 60

/**
 * Keeps what a form carries, for the page at this address to show it again. Answers the address that does; null
 * where nothing can be kept for this browser.
 */
export async function keepWords<E extends AppEnv>(
  c: Context<E>,
  form: FormBody,
  at: string,
): Promise<string | null> {
  const name = await keepEntry(c, JSON.stringify(form.whole()), minutes)
  if (!name) return null
  const { pathname, searchParams } = new URL(at, 'https://huying.invalid')
  searchParams.set('words', name)
  return `${pathname}?${searchParams}`
}

/** A page that was asked for with the words that were typed into it before: its fields show them. */
export const showWords = factory.createMiddleware(async (c, next) => {
  const name = c.req.method === 'GET' ? c.req.query('words') : undefined
  const text = name && (await readEntry(c, name))
  if (text) c.var.view.words = new KeptWords(new FormBody(new Map(JSON.parse(text))))
  await next()
})
