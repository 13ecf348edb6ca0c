import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { cases } from '../../src/db/tables/cases.ts'
import type { Definition } from '../../src/forms/definition.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { isQuestion } from '../../src/forms/fields.ts'
import { takesFiles } from '../../src/forms/file-questions.ts'
import { ownFields } from '../../src/forms/stepping.ts'
import { templates } from '../../src/forms/templates/all.ts'
import { publish } from '../../src/forms/versions.ts'
import { catalogs } from '../../src/i18n/catalog.ts'
import { urls } from '../../src/urls.ts'
import { type FilledIn, filledIn } from '../forms/any/filled-in.ts'
import { empty } from '../support/emptying.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { fillingIn } from './filling-in.ts'
import { clock, codeIn, db, found, visitor } from './visitor.ts'

/** The most that a first page may have, over a bad network. */
const limit = 18 * 1024

beforeAll(async () => {
  clock.now = new Date('2026-11-23T02:00:00Z')
  await empty(env.DB)
  await found()
  for (const [slug, definition] of Object.entries(templates))
    expect(await publish(db, { slug, definition, now: clock.now })).toMatchObject({ ok: true })
})

describe.each(Object.entries(templates))('the template %s', (slug, template) => {
  const read = readDraft(template)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { definition } = read
  const [longest] = filledIn(definition, '2026-11-22').sort((a, b) => b.path.length - a.path.length)

  test.each(['zh', 'en'] as const)('ends in a receipt by its longest way, in %s', async (lang) => {
    if (!longest) return expect.fail()
    const worker = fillingIn(visitor({ lang }), urls.form(slug))
    const words = catalogs[lang].intake
    const opened = await worker.open()
    expect(await gzipped(opened)).toBeLessThan(limit)
    expect(opened.includes(words.before.readersBriefly.named)).toBe(forNamed.includes(slug))
    for (const place of placesOn(definition, longest)) {
      const values = place === 'filing' ? sending(definition, longest) : valuesAt(definition, longest, place)
      const files = definition.pages.find(({ id }) => id === place)?.fields.find(takesFiles)
      expect(worker.page()).toContain(`name="page" value="${place}"`)
      if (place === 'filing')
        expect(worker.page().includes('name="bypass"')).toBe(template.filledBy !== 'officer')
      if (files) await worker.attach(files.name, photo(), values, 'next')
      else await worker.next(values)
    }
    expect(worker.page()).toContain('name="page" value="check"')
    expect(worker.page()).not.toContain('<dl class="answers"></dl>')
    clock.now = new Date(clock.now.getTime() + 60_000)
    const receipt = await worker.press('send')
    expect(codeIn(receipt)).toHaveLength(16)
    expect(receipt.includes(words.receipt.law)).toBe(template.process !== 'register')
    expect(receipt.includes(words.receipt.leadOfOther)).toBe(template.filledBy === 'officer')
  })
})

test('each of them was filed', async () => {
  expect(await db.select().from(cases)).toHaveLength(Object.keys(templates).length * 2)
})

test('whoever is not asked who he is files without a minute', async () => {
  const filed = await db.select().from(cases)
  expect(filed.filter(({ anonymous }) => anonymous)).toHaveLength(2)
})

/** Those that only people named for their category read. */
const forNamed = ['harassment', 'need-to-talk']

const photo = () =>
  new File([jpeg.make({ word: 'ABCDEFGHABCDEFGH', places: jpeg.places, orientation: 1 })], 'a.jpg')

function placesOn(definition: Definition, { path }: FilledIn): string[] {
  const asked = definition.pages.filter((page) => path.includes(page.id) && ownFields(page).length > 0)
  return [...asked.map(({ id }) => id), 'filing']
}

function namesAsked(definition: Definition, page: string): string[] {
  return definition.pages
    .filter(({ id }) => id === page)
    .flatMap((one) => ownFields(one).map(({ name }) => name))
}

/** What is answered on a page itself. */
function valuesAt(definition: Definition, { values }: FilledIn, page: string) {
  const own = namesAsked(definition, page)
  const isOwn = (control: string) =>
    control.startsWith(`${page}-1-`) || own.some((name) => isOf(control, name))
  return Object.fromEntries(Object.entries(values[page] ?? {}).filter(([control]) => isOwn(control)))
}

/** Who he is and what he agrees to, from all pages. */
function sending(definition: Definition, { values, path }: FilledIn) {
  const fields = definition.pages
    .filter(({ id }) => path.includes(id))
    .flatMap((page) => {
      const own = namesAsked(definition, page.id)
      return page.entries ? [] : page.fields.filter((field) => isQuestion(field) && !own.includes(field.name))
    })
  const all = Object.assign({}, ...path.map((id) => values[id]))
  const [mode = ''] = definition.modes
  return {
    ...Object.fromEntries(
      Object.entries<string>(all).filter(([control]) => fields.some(({ name }) => isOf(control, name))),
    ),
    ...(definition.allowAnonymous ? { named: 'yes' } : {}),
    ...(definition.modes.length > 1 ? { mode } : {}),
  }
}

const isOf = (control: string, name: string) => control === name || control.startsWith(`${name}-`)

async function gzipped(text: string): Promise<number> {
  const stream = new Response(text).body?.pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}
