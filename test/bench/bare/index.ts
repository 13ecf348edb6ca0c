import { Hono } from 'hono'

type Row = Record<string, string | number | null>

interface Bindings {
  DB: D1Database
  FILES: R2Bucket
  /** The bytes and headers that the product sends for its form page. */
  PAGE: string
  HEADERS: string
  /** The rows that the product writes for one filing, as `[table, row][]`. */
  ROWS: string
}

/** What the platform costs when nothing is decided: the same bytes out, the same rows in. */
const app = new Hono<{ Bindings: Bindings }>()

/** A page made of so many statements, of which one reads a form, and of so many bytes. */
app.get('/asked', async (c) => {
  const { statements, of = '', bytes } = c.req.query()
  await c.env.DB.prepare('select * from working_copies where id = ?').bind(of).first()
  for (let asked = 1; asked < Number(statements); asked++)
    await c.env.DB.prepare('select * from staff where id = ?').bind(of).first()
  return c.html('x'.repeat(Number(bytes)))
})

app.get('*', (c) => c.html(c.env.PAGE, 200, JSON.parse(c.env.HEADERS)))

/** A page of a form that is kept by so many statements, of which two read; and a file, as it came. */
app.post('/draft', async (c) => {
  const body = await c.req.arrayBuffer()
  const id = crypto.randomUUID()
  if (body.byteLength > 100_000) await c.env.FILES.put(`cases/files/${id}`, body)
  await c.env.DB.prepare('select * from form_versions where id = ?').bind(id).first()
  await c.env.DB.prepare('select * from form_drafts where id = ?').bind(id).first()
  const files = Array.from({ length: Number(c.req.query('statements')) - 3 }, (_, at) =>
    c.env.DB.prepare('insert into draft_files (id, ends_at) values (?, 0)').bind(`${id} ${at}`),
  )
  const draft = c.env.DB.prepare('insert into form_drafts (id, sealed, ends_at) values (?, ?, 0)')
  await c.env.DB.batch([draft.bind(id, 'x'.repeat(1000)), ...files])
  return c.redirect('/draft', 303)
})

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
