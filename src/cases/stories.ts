import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { listed } from '../db/listed.ts'
import { cases } from '../db/tables/cases.ts'
import { submissions } from '../db/tables/submissions.ts'
import { oneLine } from '../typed/line.ts'

/** As many characters as tell one case from another; two lines on a phone. */
const length = 80

/**
 * How each worker began to tell, by case, for a list of cases that its reader sees: the first long text of the form
 * that he answered. One statement, whatever the list; what has none, or not any more, is left out.
 */
export async function storiesOf(db: Db, lines: readonly { id: string }[]): Promise<Map<string, string>> {
  if (lines.length === 0) return new Map()
  const rows = await db
    .select({ id: cases.id, told })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .where(inArray(cases.id, listed(lines.map(({ id }) => id))))
  return new Map(rows.flatMap(({ id, told: text }) => (text ? [[id, beginningOf(text)]] : [])))
}

/** Cut where it is read: answers may be long, and a list needs little of each. */
const told = sql<string | null>`(select substr(a.value, 1, ${length * 4})
  from form_versions v, json_each(v.definition, '$.sections') s, json_each(s.value, '$.fields') f
    join json_each(${submissions.answers}) a on a.key = json_extract(f.value, '$.name')
  where v.id = ${submissions.formVersionId} and json_extract(f.value, '$.type') = 'long_text'
  order by s.key, f.key limit 1)`

function beginningOf(text: string): string {
  const characters = [...oneLine(text)]
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('').trim()}…`
}
