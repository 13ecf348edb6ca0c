import type { Db } from '../../src/db/client.ts'
import { forms, formVersions, sites } from '../../src/db/tables/forms.ts'
import {
  categoryNominees,
  enterprises,
  organisations,
  roleGrants,
  staff as staffTable,
} from '../../src/db/tables/orgs.ts'
import type { Role } from '../../src/db/vocabulary.ts'
import { grievance } from '../../src/forms/standard/grievance.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import { enterpriseId, formVersionId, type OrgId, orgs, siteCode } from './world.ts'

export function personOf(
  name: string,
  grants: readonly (readonly [Role, OrgId])[],
  nominatedFor: Staff['nominatedFor'] = [],
): Staff {
  return {
    id: name,
    name,
    email: `${name}@union.example`,
    locale: 'zh',
    grants: grants.map(([role, orgId]) => ({ role, orgId, orgPath: orgs[orgId] })),
    nominatedFor,
  }
}

/** The tree, an enterprise, a form at a site, and the people. */
export async function plant(db: Db, now: Date, people: Staff[]): Promise<void> {
  const name = (id: string) => ({ zh: id, en: id })
  const idOf = new Map<string, string>(Object.entries(orgs).map(([id, path]) => [path, id]))
  const tree = Object.entries(orgs).map(([id, path]) => ({
    id,
    path,
    parentId: idOf.get(path.slice(0, -4)) ?? null,
    name: name(id),
    createdAt: now,
  }))
  await db.batch([
    db.insert(organisations).values(tree),
    db.insert(enterprises).values({ id: enterpriseId, orgId: 'union', name: name('works'), createdAt: now }),
    db
      .insert(forms)
      .values({ id: 'grievance', slug: 'grievance', currentVersionId: formVersionId, createdAt: now }),
    db.insert(formVersions).values({
      id: formVersionId,
      formId: 'grievance',
      number: 1,
      definition: grievance,
      publishedAt: now,
    }),
    db.insert(sites).values({
      code: siteCode,
      formId: 'grievance',
      orgId: 'union',
      enterpriseId,
      place: name('gate'),
      createdAt: now,
    }),
  ])
  await settle(db, now, people)
}

/** Puts people with their roles and nominations into the database. */
export async function settle(db: Db, now: Date, people: Staff[]): Promise<void> {
  for (const { grants, nominatedFor, ...person } of people) {
    await db.insert(staffTable).values({ ...person, createdAt: now, updatedAt: now })
    for (const grant of grants)
      await db.insert(roleGrants).values({ ...grant, staffId: person.id, createdAt: now })
    for (const category of nominatedFor)
      await db.insert(categoryNominees).values({ category, staffId: person.id })
  }
}
