import { seedDemo } from '../../scripts/demo/seed.ts'
import { newToken } from '../../src/intake/form/token.ts'
import { urls } from '../../src/urls.ts'
import { testBindings } from '../support/bindings.ts'
import type { BuiltWorker } from '../support/build.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { filingBody } from './filing-body.ts'
import { load, type Shot } from './load.ts'
import { person, signIn } from './pages.ts'
import { started } from './processor.ts'
import { printTable } from './table.ts'

const rounds = 100
/** As many as go into one part where `ANSWERS_IN_FILE` says nothing, and what the free plan gives a request, in milliseconds. */
const [inPart, most] = [50, 10]

/**
 * What a part of the answers to a form takes of the processor, beside one of a single answer: both ask the database as
 * often, so that what is between them is opening the cases, and writing them as a table.
 */
export async function partsOfAnswers(product: BuiltWorker): Promise<void> {
  const times = new Map<string, number[]>()
  for (const count of [1, inPart]) {
    const vars = { DEMO: '1', ANSWERS_IN_FILE: String(count) }
    const { value: huying, pid } = await started(() => startHuying(product, { vars, rateLimit: 1_000_000 }))
    await seedDemo(huying.d1, new Date(), huying.secrets)
    const form = await fileAtOneSite(huying)
    const cookie = await signIn(huying, await person(huying, 'duty_officer', 1))
    for (const [kind, path] of [
      ['CSV', urls.deskAnswersCsv(form)],
      ['XLSX', urls.deskAnswersXlsx(form)],
    ] as const) {
      const shots = asking(path, { origin: huying.url, cookie })
      const by = { connections: 1, expected: 200 }
      await load({ url: huying.url, pid }, shots, { ...by, count: 20 })
      const { cpu } = await load({ url: huying.url, pid }, shots, { ...by, count: rounds })
      times.set(kind, [...(times.get(kind) ?? []), cpu])
    }
    await huying.stop()
  }
  const rows = [...times].map(([kind, [one = 0, all = 0]]) => {
    const numbers = [one, all, all - one].map((it) => it.toFixed(1))
    return [kind, ...numbers, all - one <= most ? 'ok' : 'OVER']
  })
  const title = `A part of ${inPart} answers, CPU ms; at most ${most} between`
  printTable(title, ['', 'one answer', `${inPart} answers`, 'between them', ''], rows)
}

/** So that a part is full; answers the form. */
async function fileAtOneSite({ url, d1 }: Huying): Promise<string> {
  const site = await d1
    .prepare(
      "select s.code, s.form_id as form, f.current_version_id as version from sites s join forms f on f.id = s.form_id where f.slug = 'grievance' order by s.code limit 1",
    )
    .first<{ code: string; form: string; version: string }>()
  if (!site) throw new Error('The demo federation has no grievance site.')
  const path = urls.site(site.code)
  for (let filed = 0; filed < inPart; filed++) {
    const openedAt = new Date(Date.now() - 60_000)
    const token = await newToken(testBindings.RECEIPT_SECRET, path, site.version, openedAt)
    const body = new URLSearchParams(`${filingBody}&token=${token}`)
    const answer = await fetch(url + path, { method: 'POST', body, headers: { origin: url } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  }
  return site.form
}

function* asking(path: string, headers: Record<string, string>): Generator<Shot> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  for (;;) yield { path, method: 'POST', body: '', headers: { ...headers, ...type } }
}
