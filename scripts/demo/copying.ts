const rowsAtOnce = 400

/** Copies all rows of all tables, in one batch of few statements: the rows of each go over as JSON. */
export async function copyRows(from: D1Database, to: D1Database): Promise<void> {
  const { results: tables } = await from
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all<{ name: string }>()
  const statements: D1PreparedStatement[] = []
  for (const { name } of tables) {
    const columns = await columnsOf(from, name)
    const rows = await from.prepare(`select ${columns.join(', ')} from ${name}`).raw()
    const values = columns.map((_, at) => `json_extract(value, '$[${at}]')`)
    const insert = `insert into ${name} (${columns.join(', ')}) select ${values.join(', ')} from json_each(?)`
    for (let at = 0; at < rows.length; at += rowsAtOnce)
      statements.push(to.prepare(insert).bind(JSON.stringify(rows.slice(at, at + rowsAtOnce))))
  }
  await to.batch(statements)
}

/** Generated columns are not among them. */
async function columnsOf(d1: D1Database, table: string): Promise<string[]> {
  const { results } = await d1.prepare(`pragma table_info(${table})`).all<{ name: string }>()
  return results.map(({ name }) => name)
}
