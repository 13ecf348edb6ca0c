type Row = Record<string, string | number | null>

const generated = ['township_path', 'union_path']

/** Every row that the newest filing wrote, in the order in which a batch would write it. */
export async function rowsOfLastFiling(d1: D1Database): Promise<[string, Row][]> {
  const newest = 'select id from cases order by state_since desc limit 1'
  const tables = {
    cases: `select * from cases where id in (${newest})`,
    submissions: `select * from submissions where id in (select submission_id from cases where id in (${newest}))`,
    grievances: `select * from grievances where case_id in (${newest})`,
    duties: `select * from duties where case_id in (${newest})`,
    case_events: `select * from case_events where case_id in (${newest}) order by seq`,
    identities: `select * from identities where case_id in (${newest})`,
  }
  const rows: [string, Row][] = []
  for (const [table, query] of Object.entries(tables)) {
    const { results } = await d1.prepare(query).all<Row>()
    for (const row of results) rows.push([table, without(row, generated)])
  }
  return rows
}

function without(row: Row, columns: string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)))
}
