import { eq, or, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { enterprises, organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import type { Place } from './versions.ts'

export interface FoundEnterprise {
  id: string
  name: Bilingual
  org: Place
}

const most = 6

/** Enterprises whose name, in either language, contains what the worker wrote; at most six. */
export async function findEnterprises(db: Db, typed: string): Promise<FoundEnterprise[]> {
  // Not LIKE, whose pattern D1 limits to 50 bytes: that is 16 Chinese characters.
  const named = (locale: keyof Bilingual) =>
    sql`instr(lower(json_extract(${enterprises.name}, ${`$.${locale}`})), ${typed.toLowerCase()}) > 0`
  return select(db)
    .where(or(named('zh'), named('en')))
    .limit(most)
}

export async function enterpriseById(db: Db, id: string): Promise<FoundEnterprise | null> {
  return (await select(db).where(eq(enterprises.id, id)).get()) ?? null
}

/** Whether what was typed is, or is part of, one of an enterprise's names. */
export function goesByName({ name }: Pick<FoundEnterprise, 'name'>, typed: string): boolean {
  const wanted = typed.toLowerCase()
  return name.zh.toLowerCase().includes(wanted) || name.en.toLowerCase().includes(wanted)
}

function select(db: Db) {
  return db
    .select({
      id: enterprises.id,
      name: enterprises.name,
      org: { id: organisations.id, path: organisations.path },
    })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.orgId))
    .$dynamic()
}
