import type { Db } from '../../src/db/client.ts'
import { categoryNominees, organisations, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import type { Category, Role } from '../../src/db/vocabulary.ts'

const long = new Date('2026-01-01T00:00:00Z')

/** The federation with a township and a union in it. */
export const paths = { federation: '0001', township: '00010001', union: '000100010001' } as const
type Place = keyof typeof paths

export async function putOrganisations(db: Db): Promise<void> {
  const names: Record<Place, { zh: string; en: string }> = {
    federation: { zh: '云溪县总工会', en: 'Yunxi County Federation' },
    township: { zh: '青石镇总工会', en: 'Qingshi Township Federation' },
    union: { zh: '宏达电子工会', en: 'Hongda Electronics Union' },
  }
  const rows = (Object.keys(paths) as Place[]).map((id) => ({
    id,
    path: paths[id],
    name: names[id],
    createdAt: long,
  }))
  await db.insert(organisations).values(rows)
}

/** A person of the union; his e-mail is his id at example.org. */
export async function putPerson(
  db: Db,
  id: string,
  {
    roles = [],
    nominatedFor = [],
    ...changes
  }: Partial<typeof staff.$inferInsert> & { roles?: [Role, Place][]; nominatedFor?: Category[] },
): Promise<void> {
  await db
    .insert(staff)
    .values({ id, name: id, email: `${id}@example.org`, createdAt: long, updatedAt: long, ...changes })
  for (const [role, place] of roles) {
    await db
      .insert(roleGrants)
      .values({ staffId: id, orgId: place, orgPath: paths[place], role, createdAt: long })
  }
  for (const category of nominatedFor) await db.insert(categoryNominees).values({ category, staffId: id })
}
