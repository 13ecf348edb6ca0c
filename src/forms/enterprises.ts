import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { enterprises, organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import type { Place } from './versions.ts'

export interface FoundEnterprise {
  id: string
  name: Bilingual
  /** The union that its cases go to. */
  org: Place & { name: Bilingual }
}

const most = 6

/** Of the register only what the county stands by: no union draws cases by a name that it made up. */
const approved = eq(enterprises.status, 'approved')

/** Enterprises whose name, in either language, contains what the worker wrote; at most six, what is called just so first. */
export async function findEnterprises(db: Db, typed: string): Promise<FoundEnterprise[]> {
  const name = (locale: keyof Bilingual) => sql`lower(json_extract(${enterprises.name}, ${`$.${locale}`}))`
  const wanted = sql`${typed.toLowerCase()}`
  // Not LIKE, whose pattern D1 limits to 50 bytes: that is 16 Chinese characters.
  const contains = sql`(instr(${name('zh')}, ${wanted}) > 0 or instr(${name('en')}, ${wanted}) > 0)`
  return (
    select(db)
      .where(and(approved, contains))
      // So that many names around one never hide the one itself.
      .orderBy(sql`${wanted} in (${name('zh')}, ${name('en')}) desc`)
      .limit(most)
  )
}

export async function enterpriseById(db: Db, id: string): Promise<FoundEnterprise | null> {
  return (
    (await select(db)
      .where(and(approved, eq(enterprises.id, id)))
      .get()) ?? null
  )
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
      org: { id: organisations.id, path: organisations.path, name: organisations.name },
    })
    .from(enterprises)
    .innerJoin(organisations, eq(organisations.id, enterprises.orgId))
    .$dynamic()
}
