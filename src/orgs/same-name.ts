import { type SQL, sql } from 'drizzle-orm'
import type { Bilingual } from '../db/vocabulary.ts'

/** SQL over a table with a bilingual `name`: it goes by this name in one language or the other. */
export function hasNameOf(table: SQL, name: Bilingual): SQL {
  return sql`(${key(sql`json_extract(${table}.name, '$.zh')`)} = ${key(sql`${tidy(name.zh)}`)}
    or ${key(sql`json_extract(${table}.name, '$.en')`)} = ${key(sql`${tidy(name.en)}`)})`
}

export function hasName(name: Bilingual): SQL {
  return hasNameOf(sql`enterprises`, name)
}

function tidy(text: string): string {
  return text.normalize('NFKC')
}

/** SQL: a name without what people write in one way or another: letter case, spaces, width of brackets. */
function key(text: SQL): SQL {
  return sql`lower(replace(replace(replace(replace(${text}, ' ', ''), '　', ''), '（', '('), '）', ')'))`
}
