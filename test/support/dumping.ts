/** All rows of all tables, those within virtual ones too, as a thief of a database finds them. */
export async function dumped(database: D1Database): Promise<string> {
  const { results } = await database.prepare("select name from sqlite_master where type = 'table'").all<{
    name: string
  }>()
  const names = results.map(({ name }) => name).filter((name) => !/^_cf|^sqlite_/.test(name))
  const rows = await Promise.all(names.map((name) => database.prepare(`select * from "${name}"`).all()))
  return JSON.stringify(rows.map(({ results: all }) => all.map((row) => Object.values(row).map(readable))))
}

/** A blob comes as its bytes. */
function readable(value: unknown): unknown {
  return Array.isArray(value) ? new TextDecoder('latin1').decode(Uint8Array.from(value)) : value
}
