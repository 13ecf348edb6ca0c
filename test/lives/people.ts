import { eq } from 'drizzle-orm'
import { strictCategories } from '../../src/cases/grievance/categories.ts'
import { type CasePage, loadForStaff } from '../../src/cases/loading.ts'
import { recusals } from '../../src/db/tables/cases.ts'
import { staff } from '../../src/db/tables/orgs.ts'
import { rightsOfEach, type Staff, staffFrom } from '../../src/orgs/staff.ts'
import { personOf } from '../support/town/people.ts'
import type { Held, Town } from '../support/town/town.ts'

/** All who are active by now, each with his rights; and who stands aside from what. */
export async function everybody({ db }: Pick<Town, 'db'>) {
  const { id, name, email, locale } = staff
  const rows = await db
    .select({ id, name, email, locale, ...rightsOfEach })
    .from(staff)
    .where(eq(staff.active, true))
    .orderBy(id)
  const aside = new Set((await db.select().from(recusals)).map((it) => `${it.staffId} ${it.caseId}`))
  return {
    people: rows.map(staffFrom),
    /** The case as this person meets it. */
    asMetBy: (person: Staff, page: CasePage): CasePage => ({
      ...page,
      recused: [page.case.id, page.case.parentId].some((it) => aside.has(`${person.id} ${it}`)),
    }),
  }
}

/** Sees everything, and is none of the people. */
const nobody = personOf('nobody', [['supervisor', 'federation']], { nominatedFor: strictCategories })

/** A case with all that anybody could read of it. */
export async function wholeOf({ scene }: Pick<Town, 'scene'>, held: Pick<Held, 'id'>): Promise<CasePage> {
  const page = await loadForStaff(scene, nobody, held.id)
  if (!page) throw new Error(`No case ${held.id}`)
  return page
}
