import { seedDemo } from '../../scripts/demo/seed.ts'
import { openDb } from '../../src/db/client.ts'
import { workingCopies } from '../../src/db/tables/forms.ts'
import { withSources } from '../../src/forms/building/translating.ts'
import { workingFrom } from '../../src/forms/building/working.ts'
import type { DefinitionDraft } from '../../src/forms/definition.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { templates } from '../../src/forms/templates/all.ts'
import { publish } from '../../src/forms/versions.ts'
import { query, urls } from '../../src/urls.ts'
import { formsIn } from '../office/reading-forms.ts'
import type { BuiltWorker } from '../support/build.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { load, type Shot } from './load.ts'
import { ask, person, signIn } from './pages.ts'
import { started } from './processor.ts'
import { printTable } from './table.ts'

const rounds = 60
/** What the free plan gives a request, in milliseconds; and so many statements a page of the builder may take. */
const [mostTime, mostStatements] = [10, 10]
const slug = 'made'

/** What each page on which the largest form is made asks of the database, and of the processor beside a bare Worker that asks as much. */
export async function pagesOfMaking(product: BuiltWorker, bare: BuiltWorker, counting: BuiltWorker) {
  const [name, largest] = largestForm()
  const counted = await startHuying(counting, { vars: { DEMO: '1' } })
  const counter = await madeIn(counted, largest)
  const asked = new Map<string, { statements: string; bytes: number }>()
  for (const [page, path] of pagesOf(counter.id, largest)) {
    await ask(counted, path, counter.cookie)
    const { statements } = await ask(counted, path, counter.cookie)
    const html = await (await fetch(counted.url + path, { headers: { cookie: counter.cookie } })).text()
    asked.set(page, { statements, bytes: html.length })
  }
  await counted.stop()

  const { value: huying, pid } = await started(() => startHuying(product, { vars: { DEMO: '1' } }))
  const { id, cookie } = await madeIn(huying, largest)
  const vars = { PAGE: '', HEADERS: '{}', ROWS: '[]' }
  const { value: yardstick, pid: other } = await started(() =>
    startHuying({ ...bare, migrations: product.migrations }, { vars }),
  )
  await copied(yardstick, id, largest)
  const rows: (string | number)[][] = []
  const measured = async (page: string, shots: Iterator<Shot>, as = page, expected = 200) => {
    const { statements, bytes } = asked.get(as) ?? { statements: '0', bytes: 0 }
    const same = forever({ path: `/asked${query({ statements, of: id, bytes })}` })
    const cpu = await timeOf({ url: huying.url, pid }, shots, expected)
    const platform = await timeOf({ url: yardstick.url, pid: other }, same, 200)
    const own = cpu - platform
    const isWithin = own <= mostTime && Number(statements) <= mostStatements
    rows.push([
      page,
      statements,
      ...[cpu, platform, own].map((it) => it.toFixed(1)),
      isWithin ? 'ok' : 'OVER',
    ])
  }
  for (const [page, path] of pagesOf(id, largest))
    await measured(page, forever({ path, headers: { cookie } }))
  await measured('a trial', await sending(huying, cookie, urls.officeFormPreview(id)), 'preview')
  const question = urls.officeFormQuestion(id, firstChoice(largest))
  await measured('a question, saved', await sending(huying, cookie, question), 'question', 303)
  const english = urls.officeFormTranslation(id)
  await measured('English, saved', await sending(huying, cookie, english), 'translation', 303)
  const head = ['', 'statements', 'Huying CPU ms', 'bare CPU ms', 'between them', '']
  const most = `at most ${mostTime} ms and ${mostStatements} statements`
  printTable(`Pages on which a form is made (${name}); ${most}`, head, rows)
  await huying.stop()
  await yardstick.stop()
}

/** Processor time of one request, once the Worker is warm. */
async function timeOf(target: Parameters<typeof load>[0], shots: Iterator<Shot>, expected: number) {
  await load(target, shots, { connections: 1, count: 20, expected })
  const { cpu } = await load(target, shots, { connections: 1, count: rounds, expected })
  return cpu
}

/** The form of ours with the most to be said. */
function largestForm(): [name: string, form: DefinitionDraft] {
  const size = (it: DefinitionDraft) => JSON.stringify(it).length
  const all = Object.entries({ ...standardForms, ...templates })
  return all.reduce((largest, one) => (size(one[1]) > size(largest[1]) ? one : largest))
}

/** Each of its pages by its name. */
function pagesOf(id: string, form: DefinitionDraft): [page: string, path: string][] {
  const first = (all: object | undefined) => Object.keys(all ?? {})[0] ?? ''
  const [condition, value] = [first(form.conditions), first(form.values)]
  return [
    ['home', urls.officeForm(id)],
    ['name and readers', urls.officeFormAbout(id)],
    ['pages', urls.officeFormPages(id)],
    ['page', urls.officeFormPage(id, longestPage(form))],
    ['question', urls.officeFormQuestion(id, firstChoice(form))],
    ['logic', urls.officeFormLogic(id)],
    ['condition', urls.officeFormCondition(id, condition)],
    ['value', urls.officeFormValue(id, value)],
    ['replacement', urls.officeFormReplacement(id) + query({ what: 'page', id: longestPage(form) })],
    ['translation', urls.officeFormTranslation(id)],
    ['text', urls.officeFormText(id)],
    ['preview', urls.officeFormPreview(id)],
    ['publish', urls.officeFormPublish(id)],
  ]
}

function longestPage({ pages }: DefinitionDraft): string {
  return pages.toSorted((a, b) => b.fields.length - a.fields.length)[0]?.id ?? ''
}

function firstChoice({ pages }: DefinitionDraft): string {
  return pages.flatMap(({ fields }) => fields).find(({ type }) => type === 'choice')?.name ?? ''
}

/** The form in that service, published, and once more in other words; and whoever makes it. */
async function madeIn(huying: Huying, form: DefinitionDraft): Promise<{ id: string; cookie: string }> {
  await seedDemo(huying.d1, new Date(), huying.secrets)
  const administrator = await person(huying, 'administrator', 1)
  const published = await publish(openDb(huying.d1), { slug, definition: form, now: new Date() })
  if (!published.ok) throw new Error('The form has faults')
  await copied(huying, published.formId, form, administrator)
  return { id: published.formId, cookie: await signIn(huying, administrator) }
}

/** As it is once somebody has written of each question something else, with what each translation was made from. */
async function copied({ d1 }: Huying, id: string, form: DefinitionDraft, changedBy = 'nobody') {
  const pages = form.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => ({
      ...field,
      label: { ...field.label, zh: `${field.label.zh}（新）` },
    })),
  }))
  const before = await withSources(workingFrom({ ...form }), { ...form })
  const definition = await withSources(workingFrom({ ...form, pages }), before)
  await openDb(d1).insert(workingCopies).values({ id, slug, definition, changedAt: new Date(), changedBy })
}

/** What a browser sends from a page as it stands, each time with the turn of then. */
async function sending(huying: Huying, cookie: string, path: string): Promise<Iterator<Shot>> {
  const html = await (await fetch(huying.url + path, { headers: { cookie } })).text()
  const form = formsIn(html).find(({ action }) => action === path)
  const fields = form?.fields ?? []
  let turn = Number(fields.find(([name]) => name === 'turn')?.[1])
  const headers = { cookie, origin: huying.url, 'content-type': 'application/x-www-form-urlencoded' }
  return (function* () {
    while (true) {
      const sent = fields.map(([name, value]) => [name, name === 'turn' ? String(turn++) : value])
      yield {
        path,
        method: 'POST',
        headers,
        body: new URLSearchParams([...sent, ['act', 'save']]).toString(),
      }
    }
  })()
}

function* forever(shot: Shot): Generator<Shot> {
  while (true) yield shot
}
