import { Hono } from 'hono'

type Row = Record<string, string | number | null>

interface Bindings {
  DB: D1Database
  /** The bytes and headers that the product sends for its form page. */
  PAGE: string
  HEADERS: string
  /** The rows that the product writes for one filing, as `[table, row][]`. */
  ROWS: string
}

/** What the platform costs when nothing is decided: the same bytes out, the same rows in. */
const app = new Hono<{ Bindings: Bindings }>()

app.get('*', (c) => c.html(c.env.PAGE, 200, JSON.parse(c.env.HEADERS)))

app.post('*', async (c) => {
  await c.req.parseBody()
  const rows: [string, Row][] = JSON.parse(c.env.ROWS)
  const fresh = crypto.randomUUID()
  await c.env.DB.batch(rows.map(([table, row]) => insert(c.env.DB, table, row, fresh)))
  return c.redirect('/receipt', 303)
})

export default app

/** The row again, under a new identity wherever the table wants one. */
function insert(db: D1Database, table: string, row: Row, fresh: string) {
  const columns = Object.keys(row)
  const values = columns.map((column) => (isIdentity(table, column) ? fresh : (row[column] ?? null)))
  const marks = columns.map((column) =>
    column === 'number' ? `(select coalesce(max(number), 0) + 1 from cases where ? is not null)` : '?',
  )
  return db
    .prepare(`insert into ${table} (${columns.join(', ')}) values (${marks.join(', ')})`)
    .bind(...values)
}

function isIdentity(table: string, column: string) {
  const own = ['id', 'case_id', 'submission_id', 'receipt_hash']
  return own.includes(column) && !(table === 'submissions' && column === 'form_version_id')
}
