import { env } from 'cloudflare:workers'
import { openDb } from '../../src/db/client.ts'
import { organisations, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import type { Role } from '../../src/db/vocabulary.ts'

export const now = new Date('2026-11-23T02:00:00Z')
const at = { createdAt: now, updatedAt: now }

export const db = () => openDb(env.DB)

/** The federation and one township below it. */
export async function foundFederation() {
  await db().batch([
    db()
      .insert(organisations)
      .values({ id: 'root', path: '0001', name: { zh: '云溪县总工会', en: 'Yunxi Federation' }, ...at }),
    db()
      .insert(organisations)
      .values({
        id: 'town',
        parentId: 'root',
        path: '00010001',
        name: { zh: '柳林镇总工会', en: 'Liulin Township Union' },
        ...at,
      }),
  ])
}

/** A person who holds one role at the federation or at the township. */
export async function person(id: string, role: Role, orgId: 'root' | 'town' = 'root') {
  const orgPath = orgId === 'root' ? '0001' : '00010001'
  await db().batch([
    db()
      .insert(staff)
      .values({ id, name: `${id}同志`, email: `${id}@example.org`, ...at }),
    db()
      .insert(roleGrants)
      .values({ staffId: id, orgId, orgPath, role, ...at }),
  ])
}
