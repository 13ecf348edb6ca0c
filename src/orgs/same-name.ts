import { type SQL, sql } from 'drizzle-orm'
import { listed } from '../db/listed.ts'
import type { Bilingual } from '../db/vocabulary.ts'

/** SQL over a table with a bilingual `name`: it goes by this name in one language or the other. */
export function hasNameOf(table: SQL, name: Bilingual): SQL {
  return sql`(${key(sql`json_extract(${table}.name, '$.zh')`)} = ${key(sql`${tidy(name.zh)}`)}
    or ${key(sql`json_extract(${table}.name, '$.en')`)} = ${key(sql`${tidy(name.en)}`)})`
}

export function hasName(name: Bilingual): SQL {
  return hasNameOf(sql`enterprises`, name)
}

/** A name as `key` has it. */
export function keyOfName(name: string): string {
  return tidy(name).replaceAll(' ', '').toLowerCase()
}

/** SQL over a table with a bilingual `name`, or what stands for it: it goes by one of these names, as `keyOfName` has them. */
export function goesByOneOf(table: SQL, names: string[], column = sql`name`): SQL {
  const called = (locale: string) => key(sql`json_extract(${table}.${column}, ${sql.raw(`'$.${locale}'`)})`)
  const some = listed(names.filter((name) => name !== ''))
  return sql`(${called('zh')} in ${some} or ${called('en')} in ${some})`
}

function tidy(text: string): string {
  return text.normalize('NFKC')
}

/** SQL: a name without what people write in one way or another: letter case, spaces, width of brackets. */
function key(text: SQL): SQL {
  return sql`lower(replace(replace(replace(replace(${text}, ' ', ''), '　', ''), '（', '('), '）', ')'))`
}
