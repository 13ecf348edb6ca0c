import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { findEnterprises, goesByName } from '../../src/forms/enterprises.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { loadVersion, openForm, openSite, publish } from '../../src/forms/versions.ts'
import { townAnew } from '../support/town/anew.ts'
import { codes, employers, pathOf } from '../support/town/places.ts'
import { monday as now, type Town } from '../support/town/town.ts'

const formId = 'grievance'

let here: Town

beforeEach(async () => {
  here = await townAnew(env.DB)
})

test('a site opens with its form, place, organisation and enterprise', async () => {
  const opened = await openSite(here.db, codes.grievance)
  expect(opened).toMatchObject({
    form: { slug: 'grievance', open: true },
    version: { number: 1 },
    site: { code: codes.grievance, open: true },
    org: { path: pathOf('union') },
    enterprise: { id: 'works', org: { path: pathOf('union') } },
  })
})

test('a closed site is known, an unknown one is not', async () => {
  expect((await openSite(here.db, codes.closed))?.site?.open).toBe(false)
  expect(await openSite(here.db, 'XXXXX')).toBeNull()
})

test('a form without a site belongs to the root', async () => {
  expect(await openForm(here.db, 'grievance')).toMatchObject({
    site: null,
    org: { id: 'federation' },
    enterprise: null,
  })
  expect(await openForm(here.db, 'nothing')).toBeNull()
})

test('publishing again makes the next version and leaves the first as it was', async () => {
  const before = await openForm(here.db, 'grievance')
  const changed = { ...standardForms.grievance, title: { zh: '新标题', en: 'New title' } }
  expect(await publish(here.db, { slug: 'grievance', definition: changed, now })).toMatchObject({
    ok: true,
    number: 2,
  })
  expect((await openForm(here.db, 'grievance'))?.version.definition.title.zh).toBe('新标题')
  const first = await loadVersion(here.db, formId, before?.version.id ?? '')
  expect(first?.definition.title.zh).toBe('向工会反映问题')
})

test('a version is not found under another form', async () => {
  const opened = await openForm(here.db, 'grievance')
  expect(await loadVersion(here.db, 'another', opened?.version.id ?? '')).toBeNull()
})

test('an invalid definition is not published and says where it fails', async () => {
  const result = await publish(here.db, {
    slug: 'bad',
    definition: { ...standardForms.grievance, modes: [] },
    now,
  })
  expect(result).toMatchObject({
    ok: false,
    why: 'invalid',
    problems: [{ where: ['modes'], fault: 'too_few', limit: '1' }],
  })
  expect(await openForm(here.db, 'bad')).toBeNull()
})

test('an enterprise is found by part of its name in either language', async () => {
  const found = async (typed: string) => (await findEnterprises(here.db, typed)).map(({ id }) => id).sort()
  expect(await found('东升')).toEqual(['depot', 'works'])
  expect(await found('制衣')).toEqual(['works'])
  expect(await found('garments')).toEqual(['works'])
  expect(await found('%')).toEqual([])
  expect(goesByName(employers.works, '西落')).toBe(false)
  expect(goesByName(employers.works, 'GARMENTS')).toBe(true)
})
