import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
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

describe('the next version of a form', () => {
  const form = standardForms.suggestion ?? standardForms.grievance
  const [first, ...pages] = form?.pages ?? []
  const next = (fields: object[]) =>
    publish(here.db, {
      slug: 'suggestion',
      definition: { ...form, pages: [{ ...first, fields }, ...pages] },
      now,
    })
  const definitionNow = async () => (await openForm(here.db, 'suggestion'))?.version.definition

  test('retires what it leaves out, and keeps it retired', async () => {
    const [about, ...others] = first?.fields ?? []
    if (about?.type !== 'choice') throw new Error('The first question is no choice')
    const options = about.options.filter(({ value }) => value !== 'pay')
    await next([{ ...about, options }])
    await next([{ ...about, options }])
    const definition = await definitionNow()
    expect(definition?.retired.map(({ name }) => name)).toEqual(others.map(({ name }) => name))
    const [asked] = definition?.pages.flatMap(({ fields }) => fields) ?? []
    expect(asked).toMatchObject({
      options: expect.arrayContaining([expect.objectContaining({ value: 'pay', retired: true })]),
    })
  })

  test('gives no name to a question of another kind', async () => {
    const [about] = first?.fields ?? []
    const another = { type: 'yes_no', name: about?.name, label: about?.label }
    expect(await next([another])).toEqual({
      ok: false,
      why: 'invalid',
      problems: [{ where: ['about'], fault: 'kind_changed', limit: '' }],
    })
  })
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
