import { sql } from 'drizzle-orm'
import { factory } from './env.ts'

/** 200 with the running version when the database answers, else 503. */
export const [health] = factory.createHandlers(async (c) => {
  const version = c.env.version
  try {
    await c.var.db.run(sql`select 1`)
    return c.json({ ok: true, version, database: 'ok' })
  } catch {
    return c.json({ ok: false, version, database: 'unreachable' }, 503)
  }
})
