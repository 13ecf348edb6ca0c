import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test } from 'vitest'
import { formVersions } from '../../src/db/tables/forms.ts'
import type { Json } from '../../src/forms/json.ts'
import { forgetDefinitions } from '../../src/forms/kept-definitions.ts'
import { forgetForms } from '../../src/forms/kept-forms.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { readStored } from '../../src/forms/stored-definitions.ts'
import { storedFrom } from '../../src/forms/stored-shape.ts'
import { openSite } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { browser } from '../support/app.ts'
import { townAnew } from '../support/town/anew.ts'
import { app, at, clock, phoneOf, read } from '../support/town/pages.ts'
import { codes } from '../support/town/places.ts'
import { type Held, monday, type Town } from '../support/town/town.ts'

let here: Town

beforeEach(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

describe('what a later version of the service published', () => {
  /** As if the service had gone back since. */
  async function later(change: (definition: Json) => void): Promise<Held> {
    const definition = structuredClone(storedFrom({ ...standardForms.grievance }))
    change(definition)
    await here.db.update(formVersions).set({ definition })
    forgetDefinitions()
    forgetForms()
    return here.file({ answers: { matter: 'wages', story: '工资没发', danger: true } })
  }

  async function bothSides(held: Held): Promise<string[]> {
    const desk = await (await (await at('officer')).get(urls.deskCase(held.id))).text()
    return [desk, await (await phoneOf(held)).page()].map(read)
  }

  const part = (it: Json, key: string) => it[key] as Record<string, Json>
  const pageOf = (it: Json) => (it.pages as Json[])[0] ?? {}
  const question = (it: Json, name: string) => part(it, 'questions')[name] ?? {}

  test.each<[string, (definition: Json) => void]>([
    ['a key of the whole', (it) => Object.assign(it, { colour: 'red' })],
    ['a key of a question', (it) => Object.assign(question(it, 'story'), { voice: true })],
    ['a language', (it) => Object.assign(part(it, 'texts'), { ug: { 'form.title': 'x' } })],
    ['another kind of question', (it) => Object.assign(question(it, 'story'), { kind: 'hologram' })],
    [
      'another setting of one',
      (it) => Object.assign(question(it, 'story'), { settings: { maxLength: 900_000 } }),
    ],
    ['a process', (it) => Object.assign(it, { process: 'ballot' })],
    ['a mode', (it) => Object.assign(it, { modes: ['letter'] })],
    ['a page that does something else', (it) => Object.assign(pageOf(it), { kind: 'map', tune: 1 })],
    ['a condition of another make', (it) => Object.assign(it, { conditions: { x: { when: { near: [] } } } })],
    ['texts missing in one language', (it) => Object.assign(part(it, 'texts'), { en: {} })],
    ['a category', (it) => Object.assign(it, { category: 'weather' })],
  ])('with %s leaves each question with its answer on both sides', async (_, change) => {
    for (const page of await bothSides(await later(change)))
      expect(page).toMatch(/是哪方面的事？.*工资没发、少发、拖欠.*工资没发/s)
  })

  test('that has a question by a name which pages use by now is read as it is', async () => {
    const stored = storedFrom({ ...standardForms.suggestion })
    const json = JSON.stringify(stored)
      .replaceAll('"story"', '"words"')
      .replaceAll('question.story.', 'question.words.')
    expect(readStored(JSON.parse(json))?.pages.flatMap(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ name: 'words', type: 'long_text' }),
    )
  })

  test('in another shape leaves each answer on both sides', async () => {
    const held = await later((it) => Object.assign(it, { schema: 3, pages: undefined, steps: [] }))
    for (const page of await bothSides(held)) expect(page).toMatch(/matter.*wages.*story.*工资没发/s)
  })

  test('is asked at its site as far as it is known', async () => {
    await later((it) => Object.assign(question(it, 'story'), { kind: 'hologram', tune: 1 }))
    const opened = await openSite(here.db, codes.grievance)
    const fields = opened?.version.definition.pages.flatMap((it) => it.fields) ?? []
    expect(fields.find(({ name }) => name === 'story')).toMatchObject({ type: 'unknown' })
    const page = await (await browser(app).get(urls.site(codes.grievance))).text()
    expect(page).toContain('name="matter"')
    expect(page).not.toContain('name="story"')
  })
})
