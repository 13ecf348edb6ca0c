import type { Context } from 'hono'

/** In the address of a form: the name that a phone gave to what it keeps until that is taken. */
export const sentName = 'sent'
/** The same in the address of the page that it leads to. */
export const takenName = 'taken'

/** The name of what this request has brought; a script wrote it, or nobody. */
export function takenHere(c: Context): string | undefined {
  const name = c.req.query(c.req.method === 'POST' ? sentName : takenName)
  return name && /^[0-9a-f]{32}$/.test(name) ? name : undefined
}
