/** The columns that name a row or its case; a copy has them with its own ending. */
const copied: Record<string, string[]> = {
  submissions: ['id'],
  cases: ['id', 'submission_id', 'receipt_hash'],
  grievances: ['case_id', 'reply_id'],
  duties: ['case_id'],
  case_events: ['case_id'],
  identities: ['case_id'],
  messages: ['id', 'case_id', 'idempotency_key'],
  replies: ['id', 'case_id'],
  ratings: ['reply_id', 'case_id'],
}
/** What SQLite computes. */
const generated = ['township_path', 'union_path']

/**
 * Makes so many copies of a case with all that belongs to it, by one statement a table; each lived so many
 * milliseconds before the one made before it.
 */
export async function multiply(
  d1: D1Database,
  { id }: { id: string },
  count: number,
  earlier = 0,
): Promise<void> {
  const tables = Object.keys(copied)
  await d1.batch(await Promise.all(tables.map((table) => copies(d1, table, id, count, earlier))))
}

const isInstant = /(?:^|_)(?:at|since)$/

async function copies(d1: D1Database, table: string, caseId: string, count: number, earlier: number) {
  const { results } = await d1.prepare(`pragma table_info(${table})`).all<{ name: string }>()
  const columns = results.map(({ name }) => name).filter((name) => !generated.includes(name))
  const values = columns.map((name) => {
    if (copied[table]?.includes(name)) return `t.${name} || '-' || n.i`
    if (isInstant.test(name)) return `t.${name} - ${earlier} * n.i`
    return table === 'cases' && name === 'number' ? '(select max(number) from cases) + n.i' : `t.${name}`
  })
  const of = { cases: 't.id = ?1', submissions: 't.id = (select submission_id from cases where id = ?1)' }
  return d1
    .prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?2)
       insert into ${table} (${columns.join(', ')})
       select ${values.join(', ')} from ${table} t cross join n where ${of[table as never] ?? 't.case_id = ?1'}`,
    )
    .bind(caseId, count)
}
