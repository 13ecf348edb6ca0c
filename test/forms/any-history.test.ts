import { env } from 'cloudflare:workers'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readStored, writtenOut } from '../../src/forms/stored-definitions.ts'
import { loadVersion, openForm, publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { townAnew } from '../support/town/anew.ts'
import { at, clock, phoneOf, read } from '../support/town/pages.ts'
import { type Held, monday, type Town } from '../support/town/town.ts'
import { runs } from './any/effort.ts'
import { formOf, text } from './examples.ts'

let here: Town

beforeAll(async () => {
  clock.now = monday
  here = await townAnew(env.DB)
})

const options = ['红', '绿'].map((label, at) => ({ value: `o${at}`, label: text(label) }))

/** What a version may ask, what is answered to it, and how that is told. */
const bank = [
  { asked: { type: 'text', name: 'gate' }, answer: '西门', told: '西门' },
  { asked: { type: 'choice', name: 'colour', options }, answer: 'o1', told: '绿' },
  { asked: { type: 'number', name: 'people', unit: text('人') }, answer: 12, told: '12 人' },
  { asked: { type: 'yes_no', name: 'still' }, answer: true, told: '是' },
  { asked: { type: 'month', name: 'since' }, answer: '2026-08', told: '2026年8月' },
]
const each = { type: 'money', name: 'amount', label: text('欠多少') }
const amounts = [100_00, 200_00]

/** Some of it, in words of its own; what it asks no more is retired. */
const versions = fc
  .record({
    asks: fc.subarray(bank, { minLength: 1 }),
    wording: fc.nat(99),
    isPaged: fc.boolean(),
  })
  .map(({ asks, wording, isPaged }) => {
    const worded = ({ asked }: (typeof bank)[number]) => ({
      ...asked,
      label: text(`${asked.name} 第${wording}版`),
    })
    const months = {
      ...{ id: 'each_month', kind: 'repeat', title: text('各月'), fields: [each] },
      entries: { one: text('欠薪') },
    }
    return {
      ...formOf(text('历史')),
      layout: 'paged',
      pages: [{ id: 'all', title: text('都问'), fields: asks.map(worded) }, ...(isPaged ? [months] : [])],
      retired: bank.filter((one) => !asks.includes(one)).map(worded),
    }
  })

const acts = fc.oneof(
  { weight: 2, arbitrary: versions.map((definition) => ({ definition })) },
  { weight: 1, arbitrary: fc.nat().map((back) => ({ back })) },
  { weight: 3, arbitrary: fc.constant({ answered: true }) },
)

async function published(definition: unknown): Promise<string> {
  const result = await publish(here.db, { slug: 'history', definition, now: clock.now })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.versionId
}

/** Answers all that a version asks; each question with its answer, as they are told. */
async function answered(versionId: string): Promise<{ held: Held; told: string[] }> {
  const form = await openForm(here.db, 'history')
  const version = form && (await loadVersion(here.db, form.form.id, versionId))
  const [first, months] = version?.definition.pages ?? []
  const asked = (first?.fields ?? []).flatMap(({ name, label }) => {
    const one = bank.find((it) => it.asked.name === name)
    return one ? [{ name, answer: one.answer, told: `${label.zh} ${one.told}` }] : []
  })
  const answers = Object.fromEntries(asked.map(({ name, answer }) => [name, answer]))
  const entries = months ? { each_month: amounts.map((amount) => ({ amount })) } : {}
  const held = await here.file({ formVersionId: versionId, answers: { ...answers, ...entries } })
  const amountsTold = months ? ['欠多少 100.00 元', '欠多少 200.00 元'] : []
  return { held, told: [...asked.map(({ told }) => told), ...amountsTold] }
}

test('whatever is published, retired and taken back, each answer is told by the words it was asked in', async () => {
  const officer = await at('officer')
  await fc.assert(
    fc.asyncProperty(versions, fc.array(acts, { minLength: 3, maxLength: 8 }), async (begun, history) => {
      const ids = [await published(begun)]
      const stored = [begun as unknown]
      const filed = [await answered(ids[0] ?? '')]
      for (const act of history) {
        if ('answered' in act) filed.push(await answered(ids.at(-1) ?? ''))
        else {
          const definition = 'back' in act ? stored[act.back % stored.length] : act.definition
          ids.push(await published(definition))
          stored.push(definition)
        }
      }
      for (const { held, told } of filed) {
        const desk = await (await officer.get(urls.deskCase(held.id))).text()
        for (const page of [desk, await (await phoneOf(held)).page()].map(read)) {
          for (const row of told) expect(page).toContain(row)
          // Nothing stands there a second time by the name under which it is stored.
          expect(page).not.toContain('each_month')
        }
      }
    }),
    runs(6),
  )
})

test('a version before is published anew from what was stored of it', async () => {
  const [one] = fc.sample(versions, 1)
  const before = await published(one)
  const form = await openForm(here.db, 'history')
  const stored = await env.DB.prepare('select definition from form_versions where id = ?')
    .bind(before)
    .first<string>('definition')
  const anew = await published(writtenOut(JSON.parse(stored ?? '')))
  const version = await loadVersion(here.db, form?.form.id ?? '', anew)
  expect(version?.definition).toEqual(readStored(JSON.parse(stored ?? '')))
})
