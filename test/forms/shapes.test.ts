/// <reference types="vite/types/importMeta.d.ts" />

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { readStored } from '../../src/forms/stored-definitions.ts'
import { schemaNow, storedFrom } from '../../src/forms/stored-shape.ts'
import { writtenFrom } from '../../src/forms/written-shape.ts'
import { query, urls } from '../../src/urls.ts'
import before from '../migrations/0.1.0.sql?raw'
import { rowsOf } from '../migrations/dumped-rows.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, clock } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'

interface First {
  title: object
  sections: object[]
}

interface Second {
  schema: number
  pages: { id: string; items: string[] }[]
  questions: Record<string, { kind: string; list?: string }>
  lists: Record<string, { id: string }[]>
  texts: { zh: Record<string, string>; en: Record<string, string> }
}

/** Definitions as they were published, by shape and form. None that stands here ever changes. */
const found = import.meta.glob<First | Second>('./shapes/*/*.json', { import: 'default', eager: true })
const shapes = Object.entries(found).map(([path, stored]) => {
  const [, shape, slug = ''] = /(\d+)\/(\w+)\.json$/.exec(path) ?? []
  return { shape: Number(shape), slug, stored }
})
const first = shapes.flatMap(({ slug, stored }) => ('sections' in stored ? [{ slug, stored }] : []))
const second = shapes.flatMap(({ slug, stored }) => ('texts' in stored ? [{ slug, stored }] : []))

const opened = (stored: object) => {
  const definition = readStored(stored)
  if (!definition) throw new Error('Nothing can be made of it')
  return definition
}

test('there is a form of each shape that was ever published', () => {
  const kept = [...new Set(shapes.map(({ shape }) => shape))].sort()
  expect(kept).toEqual(Array.from({ length: schemaNow }, (_, at) => at + 1))
})

describe('the first shape', () => {
  test('stands here as version 0.1.0 stored it', () => {
    const slugs = new Map(rowsOf(before, 'forms').map(({ id, slug }) => [id, slug]))
    const stored = rowsOf(before, 'form_versions').map((it) => [
      slugs.get(it.form_id ?? ''),
      JSON.parse(it.definition ?? ''),
    ])
    expect(Object.fromEntries(first.map(({ slug, stored }) => [slug, stored]))).toEqual(
      Object.fromEntries(stored),
    )
  })

  test.each(first)('of the form $slug is read word for word, by the same names and values', ({ stored }) => {
    const { sections, ...whole } = stored
    const definition = opened(stored)
    // Each title, question, hint, option and setting of it, in its order, and nothing more between them.
    expect(definition.pages).toMatchObject(sections)
    expect(definition).toMatchObject(whole)
  })
})

describe('the second shape', () => {
  test.each(second)('of the form $slug is read word for word, by the same names and values', ({ stored }) => {
    const { pages, retired } = opened(stored)
    const words = (way: string) => ({ zh: stored.texts.zh[way], en: stored.texts.en[way] })
    const expected = stored.pages.map(({ id, items }) => ({
      id,
      title: words(`page.${id}.title`),
      fields: items.map((name) => {
        const { kind, list = '' } = stored.questions[name] ?? {}
        const options = stored.lists[list]?.map((one) => ({
          value: one.id,
          label: words(`list.${list}.${one.id}.label`),
        }))
        const offered = options ? { options } : {}
        return { type: kind, name, label: words(`question.${name}.label`), ...offered }
      }),
    }))
    expect(pages).toMatchObject(expected)
    expect(retired).toEqual([])
    const readable = JSON.stringify(opened(stored))
    for (const text of Object.values(stored.texts.zh)) expect(readable).toContain(JSON.stringify(text))
  })
})

describe('the shape of now', () => {
  test.each(shapes.filter(({ shape }) => shape === schemaNow))(
    'writes the form $slug as it did',
    ({ stored }) => {
      expect(JSON.stringify(storedFrom(writtenFrom({ ...stored })))).toBe(JSON.stringify(stored))
    },
  )
})

describe('a form of every shape opens', () => {
  beforeAll(async () => {
    clock.now = monday
    await townAnew(env.DB)
  })

  test.each(shapes)('$slug of shape $shape', async ({ stored }) => {
    await env.DB.prepare('update form_versions set definition = ?').bind(JSON.stringify(stored)).run()
    forgetForms()
    const { title, pages, layout } = opened(stored)
    const asked = (layout === 'paged' ? pages.slice(0, 1) : pages).flatMap(({ fields }) => fields)
    for (const lang of ['zh', 'en'] as const) {
      const page = await (await browser(app).get(urls.form('grievance') + query({ lang }))).text()
      expect(page).toContain(escaped(title[lang]))
      for (const { label } of asked) expect(page).toContain(escaped(label[lang]))
    }
  })
})

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')
