import type { Db } from '../../../src/db/client.ts'
import { forms, formVersions, sites } from '../../../src/db/tables/forms.ts'
import { enterprises, organisations } from '../../../src/db/tables/orgs.ts'
import { forgetForms } from '../../../src/forms/kept-forms.ts'
import { standardForms } from '../../../src/forms/standard/all.ts'
import { storedFrom } from '../../../src/forms/stored-shape.ts'
import { levelAbove } from '../../../src/orgs/tree.ts'

/** The federation, two townships in it, and a union in each; with its path and its name. */
export const orgs = {
  federation: { path: '0001', name: { zh: '望江县总工会', en: 'Wangjiang Federation' } },
  township: { path: '00010001', name: { zh: '华阳镇总工会', en: 'Huayang Township' } },
  union: { path: '000100010001', name: { zh: '东升制衣工会', en: 'Dongsheng Garments Union' } },
  elsewhere: { path: '00010002', name: { zh: '青石镇总工会', en: 'Qingshi Township' } },
  elsewhereUnion: { path: '000100020001', name: { zh: '宏达电子工会', en: 'Hongda Electronics Union' } },
} as const
export type OrgId = keyof typeof orgs

export const pathOf = (org: OrgId): string => orgs[org].path

/** Two employers; the first one's union is `union`. */
export const employers = {
  works: { orgId: 'union', name: { zh: '东升制衣有限公司', en: 'Dongsheng Garments' } },
  depot: { orgId: 'township', name: { zh: '东升物流有限公司', en: 'Dongsheng Logistics' } },
} as const satisfies Record<string, { orgId: OrgId; name: { zh: string; en: string } }>

/** What may begin at the union of the works: little else does, for it lies inside the employer. */
export const atUnit = { category: 'leave' } as const

/** Codes on the wall of the works: a form each, and an old one that is closed. */
export const codes = { grievance: 'CG7H4', safety: '3C4F7', closed: '4C4F7' } as const

/** The version of a standard form that was published when the town was founded. */
export const versionOf = (slug: keyof typeof standardForms) => `${slug}-1`

/** The tree, the employers, all standard forms, and the sites. */
export async function plant(db: Db, now: Date): Promise<void> {
  const idAt = new Map<string, string>(Object.entries(orgs).map(([id, { path }]) => [path, id]))
  const tree = Object.entries(orgs).map(([id, { path, name }]) => ({
    id,
    path,
    parentId: path === levelAbove(path) ? null : (idAt.get(levelAbove(path)) ?? null),
    name,
    createdAt: now,
  }))
  const slugs = Object.keys(standardForms) as (keyof typeof standardForms)[]
  const site = { orgId: 'union', enterpriseId: 'works', createdAt: now }
  await db.batch([
    db.insert(organisations).values(tree),
    db
      .insert(enterprises)
      .values(Object.entries(employers).map(([id, employer]) => ({ id, ...employer, createdAt: now }))),
    db
      .insert(forms)
      .values(slugs.map((slug) => ({ id: slug, slug, currentVersionId: versionOf(slug), createdAt: now }))),
    db.insert(formVersions).values(
      slugs.map((slug) => ({
        id: versionOf(slug),
        formId: slug,
        number: 1,
        definition: storedFrom({ ...standardForms[slug] }),
        publishedAt: now,
      })),
    ),
    db.insert(sites).values([
      { ...site, code: codes.grievance, formId: 'grievance', place: { zh: '一号门', en: 'Gate 1' } },
      { ...site, code: codes.safety, formId: 'safety', place: { zh: '二车间', en: 'Hall 2' } },
      {
        ...site,
        code: codes.closed,
        formId: 'grievance',
        place: { zh: '旧门', en: 'Old gate' },
        open: false,
      },
    ]),
  ])
  forgetForms()
}
