import { env } from 'cloudflare:workers'
import { beforeAll, expect, test } from 'vitest'
import { openDb } from '../../src/db/client.ts'
import { sites } from '../../src/db/tables/forms.ts'
import { enterprises, organisations } from '../../src/db/tables/orgs.ts'
import { findEnterprises, goesByName } from '../../src/forms/enterprises.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { loadVersion, openForm, openSite, publish } from '../../src/forms/versions.ts'

const db = openDb(env.DB)
const now = new Date('2026-11-22T01:00:00Z')
const name = (zh: string, en = zh) => ({ zh, en })
let formId = ''

beforeAll(async () => {
  const made = await publish(db, { slug: 'grievance', definition: standardForms.grievance, now })
  if (!made.ok) throw new Error('not published')
  formId = made.formId
  await db.insert(organisations).values([
    { id: 'root', parentId: null, path: '0001', name: name('县总工会'), createdAt: now },
    { id: 'town', parentId: 'root', path: '00010001', name: name('镇工会'), createdAt: now },
  ])
  await db
    .insert(enterprises)
    .values({ id: 'e1', orgId: 'town', name: name('东升制衣有限公司', 'Dongsheng Garments'), createdAt: now })
  await db.insert(sites).values([
    { code: '23456', formId, orgId: 'town', enterpriseId: 'e1', place: name('一号门'), createdAt: now },
    { code: '2345C', formId, orgId: 'town', place: name('广场'), open: false, createdAt: now },
  ])
})

test('a site opens with its form, place, organisation and enterprise', async () => {
  const opened = await openSite(db, '23456')
  expect(opened).toMatchObject({
    form: { slug: 'grievance', open: true },
    version: { number: 1 },
    site: { code: '23456', open: true },
    org: { path: '00010001' },
    enterprise: { id: 'e1', org: { path: '00010001' } },
  })
})

test('a closed site is known, an unknown one is not', async () => {
  expect((await openSite(db, '2345C'))?.site?.open).toBe(false)
  expect(await openSite(db, 'XXXXX')).toBeNull()
})

test('a form without a site belongs to the root', async () => {
  expect(await openForm(db, 'grievance')).toMatchObject({ site: null, org: { id: 'root' }, enterprise: null })
  expect(await openForm(db, 'nothing')).toBeNull()
})

test('publishing again makes the next version and leaves the first as it was', async () => {
  const before = await openForm(db, 'grievance')
  const changed = { ...standardForms.grievance, title: name('新标题', 'New title') }
  expect(await publish(db, { slug: 'grievance', definition: changed, now })).toMatchObject({
    ok: true,
    number: 2,
  })
  expect((await openForm(db, 'grievance'))?.version.definition.title.zh).toBe('新标题')
  const first = await loadVersion(db, formId, before?.version.id ?? '')
  expect(first?.definition.title.zh).toBe('向工会反映问题')
})

test('a version is not found under another form', async () => {
  const opened = await openForm(db, 'grievance')
  expect(await loadVersion(db, 'another', opened?.version.id ?? '')).toBeNull()
})

test('an invalid definition is not published and says where it fails', async () => {
  const result = await publish(db, {
    slug: 'bad',
    definition: { ...standardForms.grievance, modes: [] },
    now,
  })
  expect(result).toMatchObject({ ok: false, why: 'invalid', problems: [{ where: 'modes' }] })
  expect(await openForm(db, 'bad')).toBeNull()
})

test('an enterprise is found by part of its name in either language', async () => {
  expect(await findEnterprises(db, '东升')).toHaveLength(1)
  expect(await findEnterprises(db, 'garments')).toHaveLength(1)
  expect(await findEnterprises(db, '%')).toHaveLength(0)
  expect(goesByName({ name: name('东升制衣') }, '西落')).toBe(false)
})
