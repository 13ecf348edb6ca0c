import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { type Working, workingFrom } from '../../src/forms/building/working.ts'
import { readDraft } from '../../src/forms/drafted-definitions.ts'
import { householdInHardship } from '../../src/forms/templates/household-in-hardship.ts'
import { query, urls } from '../../src/urls.ts'
import { times } from '../attack/effort.ts'
import { runs } from '../forms/any/effort.ts'
import { countingStatements } from '../support/counting-statements.ts'
import { townAnew } from '../support/town/anew.ts'
import { idIn, makerOf } from '../support/town/making.ts'
import { at, clock } from '../support/town/pages.ts'
import { monday } from '../support/town/town.ts'
import { formsIn, type PageForm } from './reading-forms.ts'

const id = 'grievance'
const home = urls.officeForm(id)
/** What people write, and what nobody should. */
const typed = [
  '',
  '字',
  'a | b\n丙',
  '12',
  '0.5',
  '很多',
  '-1',
  '99999999999999',
  '<b>&"',
  '{"ref":"x"}',
  '字'.repeat(700),
]
/** Each of these may take a part out, or put another form in its place. */
const mayTakeOut = ['/replacement', '/text']

/** Numbers that follow from one. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
type Dice = ReturnType<typeof dice>
const oneOf = <One>(all: readonly One[], roll: Dice) => all[roll(all.length)]

/** What a person sends from a form: most of it as it stood, some of it otherwise, by one of the buttons. */
function filledIn({ fields, controls, buttons }: PageForm, roll: Dice): [string, string][] {
  const left = new Map<string, string[]>()
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value])
  for (const { name, kind, values } of controls) {
    if (name === 'json' || roll(4) > 0) continue
    if (kind === 'text') left.set(name, [oneOf(typed, roll) ?? ''])
    else if (kind === 'box')
      left.set(
        name,
        values.filter(() => roll(2) === 0),
      )
    else left.set(name, [oneOf(values, roll) ?? ''])
  }
  const button = oneOf(buttons, roll)
  if (button?.name) left.set(button.name, [button.value])
  return [...left].flatMap(([name, all]) => all.map((value): [string, string] => [name, value]))
}

const partsOf = ({ pages }: Working) =>
  pages.flatMap((page) => [page.id, ...page.fields.map(({ name }) => name)])

test('whatever officers do on the pages of a form, none fails, and nothing is lost that nobody took out', async () => {
  clock.now = monday
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 12, maxLength: 16 }), async (seeds) => {
      const here = await townAnew(env.DB)
      const { counted: DB, statements } = countingStatements(env.DB)
      const office = await at('administrator', { DB } as object)
      await makerOf(office, id).begin()
      const copyNow = async () => {
        const [copy] = await here.db.select().from(workingCopies).where(eq(workingCopies.id, id))
        return copy && { turn: copy.turn, working: workingFrom(copy.definition), definition: copy.definition }
      }
      let address: string = home
      for (const seed of seeds) {
        const roll = dice(seed)
        const from = statements()
        const shown = await office.get(address)
        expect(`${shown.status} of ${address}`).toBe(`200 of ${address}`)
        expect(statements() - from).toBeLessThanOrEqual(10)
        const html = await shown.text()
        const form = oneOf(
          formsIn(html).filter(
            ({ action }) => action.startsWith(`${home}/`) && !/work$|publish$/.test(action),
          ),
          roll,
        )
        const before = await copyNow()
        if (form && !form.isWithFile) {
          const sent = filledIn(form, roll)
          const answer = await office.ask(form.action, { method: 'POST', body: new URLSearchParams(sent) })
          if (![200, 303, 422].includes(answer.status))
            throw new Error(`${answer.status} to ${form.action} with ${JSON.stringify(sent).slice(0, 600)}`)
          const after = await copyNow()
          if (!before || !after) throw new Error('The copy is gone')
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
        if ((await office.get(address)).status === 404) address = home
      }
      const maker = makerOf(office, id)
      const publish = await maker.send(urls.officeFormPublish(id), {}, await maker.turn(home))
      expect([303, 422]).toContain(publish.status)
    }),
    runs(times(3, 60)),
  )
})

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
