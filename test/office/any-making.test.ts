import { env } from 'cloudflare:workers'
import { asc, eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formVersions, workingCopies } from '../../src/db/tables/forms.ts'
import { type Working, workingFrom } from '../../src/forms/building/working.ts'
import { type Definition, fieldsOf } from '../../src/forms/definition.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { isQuestion } from '../../src/forms/fields.ts'
import { isObject, type Json } from '../../src/forms/json.ts'
import { readStored } from '../../src/forms/stored-definitions.ts'
import { storedFrom } from '../../src/forms/stored-shape.ts'
import { householdInHardship } from '../../src/forms/templates/household-in-hardship.ts'
import { query, urls } from '../../src/urls.ts'
import { patience, times } from '../attack/effort.ts'
import { runs } from '../forms/any/effort.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { townAnew } from '../support/town/anew.ts'
import { idIn, makerOf } from '../support/town/making.ts'
import { at, clock } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'
import { type Dice, dice, filledIn, oneOf } from './by-dice.ts'
import { formsIn } from './reading-forms.ts'

const id = 'grievance'
const home = urls.officeForm(id)
/** Each of these may take a part out, or put another form in its place. */
const mayTakeOut = ['/replacement', '/text']

const partsOf = ({ pages }: Working) =>
  pages.flatMap((page) => [page.id, ...page.fields.map(({ name }) => name)])

/** What was ever asked and offered, with its kind: none of it may go, nor mean something else. */
function askedIn(definition: Definition): string[] {
  return fieldsOf(definition)
    .filter(isQuestion)
    .flatMap((field) => [
      `${field.name} ${field.type}`,
      ...('options' in field ? field.options.map(({ value }) => `${field.name} ${value}`) : []),
    ])
}

test(
  'whatever officers do on the pages of a form, none fails, and nothing is lost that nobody took out',
  async () => {
    clock.now = monday
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 16, maxLength: 24 }), async (seeds) => {
        const here = await townAnew(env.DB)
        const { counted: DB, statements } = countingStatements(env.DB)
        const office = await at('administrator', { DB } as object)
        const maker = makerOf(office, id)
        await maker.begin()
        const copyNow = async () => {
          const [copy] = await here.db.select().from(workingCopies).where(eq(workingCopies.id, id))
          if (!copy) throw new Error('The copy is gone')
          return { working: workingFrom(copy.definition), definition: copy.definition }
        }
        const versionsNow = async () => {
          const found = await here.db
            .select({ number: formVersions.number, definition: formVersions.definition })
            .from(formVersions)
            .where(eq(formVersions.formId, id))
            .orderBy(asc(formVersions.number))
          return found.flatMap(({ number, definition }) => readStored(definition) ?? `${number} is not read`)
        }
        /** Publishes what stands there, or throws it away where that cannot be; and goes on from any version there was. */
        const publish = async (roll: Dice) => {
          await maker.send(urls.officeFormTranslation(id), inEnglish(await copyNow()))
          const answer = await maker.send(urls.officeFormPublish(id), {}, await maker.turn(home))
          expect([303, 422]).toContain(answer.status)
          if (answer.status === 422) {
            if (roll(2) === 0) return
            const turn = await maker.turn(home)
            await office.post(urls.officeFormWork(id), { act: 'discard', turn })
          }
          const all = await versionsNow()
          for (const [index, one] of all.entries()) {
            const before = all[index - 1]
            if (typeof one === 'string') throw new Error(one)
            if (typeof before === 'object')
              expect(askedIn(one)).toEqual(expect.arrayContaining(askedIn(before)))
          }
          expect((await office.get(urls.form(id))).status).toBe(200)
          const number = String(1 + roll(all.length))
          await office.post(urls.officeFormWork(id), { act: 'begin', number })
        }
        let address: string = home
        for (const seed of seeds) {
          const roll = dice(seed)
          if (roll(5) === 0) await publish(roll)
          const from = statements()
          const shown = await office.get(address)
          if (shown.status === 404) {
            address = home
            continue
          }
          expect(`${shown.status} of ${address}`).toBe(`200 of ${address}`)
          expect(statements() - from).toBeLessThanOrEqual(10)
          const html = await shown.text()
          const form = oneOf(
            formsIn(html).filter(
              ({ action }) => action.startsWith(`${home}/`) && !/work$|publish$/.test(action),
            ),
            roll,
          )
          if (form && !form.isWithFile) {
            const before = await copyNow()
            const sent = filledIn(form, roll)
            const answer = await office.ask(form.action, { method: 'POST', body: new URLSearchParams(sent) })
            if (![200, 303, 422].includes(answer.status))
              throw new Error(`${answer.status} to ${form.action} with ${JSON.stringify(sent).slice(0, 600)}`)
            const after = await copyNow()
            if (answer.status !== 303) expect(after.definition).toEqual(before.definition)
            const takesOut = sent.some(([name, value]) => name === 'act' && value === 'remove')
            if (!takesOut && !mayTakeOut.some((one) => form.action.includes(one)))
              expect(partsOf(after.working)).toEqual(expect.arrayContaining(partsOf(before.working)))
            readDraft(after.definition)
            address = answer.headers.get('location') ?? address
          }
          const links = [...html.matchAll(/href="(\/office\/forms\/grievance[^"]*)"/g)].map(
            ([, href = '']) => href,
          )
          const next = oneOf(
            links.filter((href) => !/versions|\.csv|\.json|\.xlsx|\/out/.test(href)),
            roll,
          )
          if (roll(3) > 0 && next) address = next.replaceAll('&amp;', '&')
        }
        await publish(dice(seeds.length))
      }),
      runs(times(3, 60)),
    )
  },
  patience,
)

/** English for each text that has none. */
function inEnglish({ definition }: { definition: Json }): Record<string, string> {
  const { texts } = storedFrom(definition)
  const [zh, en] = ['zh', 'en'].map((locale) => (isObject(texts) ? texts[locale] : {}))
  const all = Object.entries(isObject(zh) ? zh : {})
  const missing = all.filter(([way, text]) => text !== '' && !(isObject(en) && en[way]))
  return Object.fromEntries(missing.map(([way]) => [way, 'E']))
}

test('each page on which the largest form of ours is made asks the database ten times at most', async () => {
  clock.now = monday
  await townAnew(env.DB)
  const { counted: DB, statements } = countingStatements(env.DB)
  const office = await at('administrator', { DB } as object)
  const { pages, conditions, values } = householdInHardship
  const begun = await office.post(urls.officeForms, { from: 'template:household', slug: 'household' })
  const own = idIn(begun.headers.get('location'))
  const maker = makerOf(office, own)
  await maker.publish()
  await maker.begin()
  const [page, question] = [pages[0]?.id ?? '', pages[0]?.fields[0]?.name ?? '']
  const [[condition = ''], [value = '']] = [Object.keys(conditions ?? {}), Object.keys(values ?? {})]
  const asked = urls.officeFormQuestion(own, question)
  const checked = await maker.send(asked, { act: 'check', 'label-zh': '有几口人' })
  const addresses = [
    ...[urls.officeForm(own), urls.officeFormAbout(own), urls.officeFormPages(own)],
    ...[urls.officeFormPage(own, page), asked, checked.headers.get('location') ?? ''],
    ...[urls.officeFormLogic(own), urls.officeFormCondition(own, condition)],
    ...[
      urls.officeFormValue(own, value),
      urls.officeFormReplacement(own) + query({ what: 'page', id: page }),
    ],
    ...[urls.officeFormTranslation(own), urls.officeFormTranslationTable(own), urls.officeFormText(own)],
    ...[urls.officeFormPreview(own), urls.officeFormPublish(own)],
  ]
  for (const address of addresses) {
    const from = statements()
    expect(`${(await office.get(address)).status} of ${address}`).toBe(`200 of ${address}`)
    expect(statements() - from).toBeLessThanOrEqual(10)
  }
})
