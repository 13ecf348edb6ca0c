import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { patterns } from '../../src/urls.ts'
import { naughty, patience, times } from './effort.ts'
import { type Filled, fill } from './filling.ts'
import { type Corner, exits, ground } from './ground.ts'
import { type Form, readPage } from './reading.ts'

let corners: Corner[]

beforeEach(async () => {
  ;({ corners } = await ground())
  // Where somebody gets no page there is no form of his.
  for (const corner of corners) corner.pages = await openTo(corner)
}, patience)

/** Each round on ground of its own, lest everybody has been put out of the union; its seed asks the same again. */
const rounds = (heavy: number) => Array.from({ length: times(2, heavy) }, (_, round) => 20_260_921 + round)

/** Anything that may stand where words are asked. */
const words = fc.oneof(
  fc.constantFrom(...naughty),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', '0', '-1', '1e9', '9007199254740993', 'yes', '.'.repeat(5000), '工'.repeat(3000)),
)

/** One form of one page in somebody's browser, with fields changed, left out, given twice or made up. */
const forms = fc.record({
  corner: fc.nat(),
  page: fc.nat(),
  form: fc.nat(),
  changes: fc.array(fc.record({ field: fc.nat(), to: fc.option(fc.array(words, { maxLength: 3 })) }), {
    maxLength: 4,
  }),
  more: fc.dictionary(fc.string({ maxLength: 20 }), words, { maxKeys: 2 }),
})

/** A request as no page of ours makes it. */
const requests = fc.record({
  corner: fc.nat(),
  method: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('GET', 'POST') },
    { weight: 1, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH') },
  ),
  pattern: fc.constantFrom(...Object.values(patterns)),
  parts: fc.array(words, { minLength: 2, maxLength: 2 }),
  query: fc.dictionary(
    fc.constantFrom(
      'lang',
      'view',
      'show',
      'after',
      'number',
      'category',
      'next',
      'org',
      'state',
      'done',
      'page',
    ),
    words,
    { maxKeys: 3 },
  ),
  type: fc.constantFrom(
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json',
    'text/plain',
    '',
  ),
  body: fc.oneof(words, fc.uint8Array({ maxLength: 300 })),
  cookie: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
  ),
})

test.for(rounds(8))(
  'no form of any page, whatever is sent with it, ends in a failure of ours (%i)',
  { timeout: patience },
  (seed) =>
    fc.assert(
      fc.asyncProperty(forms, async (it) => {
        expect(await sendChanged(it)).toBeLessThan(500)
      }),
      { seed, numRuns: 600 },
    ),
)

test.for(rounds(32))(
  'no request of any shape ends in a failure of ours (%i)',
  { timeout: patience },
  (seed) =>
    fc.assert(
      fc.asyncProperty(requests, async (it) => {
        expect(await sendRaw(it)).toBeLessThan(500)
      }),
      { seed, numRuns: 1300 },
    ),
)

type ChangedForm = typeof forms extends fc.Arbitrary<infer T> ? T : never
type RawRequest = typeof requests extends fc.Arbitrary<infer T> ? T : never

async function openTo({ phone, pages }: Corner): Promise<string[]> {
  const open = []
  for (const page of pages) if ((await phone.get(page)).status === 200) open.push(page)
  return open
}

/** Two requests: the page, and one of its forms. */
async function sendChanged({ corner, page, form, changes, more }: ChangedForm): Promise<number> {
  const { phone, pages } = chosen(corners, corner)
  const address = chosen(pages, page)
  const opened = await phone.get(address)
  if (opened.status >= 500) return opened.status
  const { forms: all } = await readPage(await opened.text())
  const forms = all.filter(({ action }) => !exits.includes(action))
  if (forms.length === 0) return opened.status
  const sent = chosen(forms, form)
  const target = sent.action || address
  const filled = changed(sent, changes, more)
  const answer =
    sent.method === 'post' ? await phone.post(target, filled) : await phone.get(withQuery(target, filled))
  return answer.status
}

function changed(form: Form, changes: ChangedForm['changes'], more: Record<string, string>): Filled {
  const filled = fill(form, () => '普通的话')
  const names = Object.keys(filled)
  for (const { field, to } of changes) {
    const name = names.length > 0 ? chosen(names, field) : 'nothing'
    if (to === null) delete filled[name]
    else filled[name] = to
  }
  return { ...filled, ...more }
}

function withQuery(address: string, filled: Filled): string {
  const pairs = Object.entries(filled).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  )
  return `${address.split('?')[0]}?${new URLSearchParams(pairs)}`
}

async function sendRaw({ corner, method, pattern, parts, query, type, body, cookie }: RawRequest) {
  const { phone } = chosen(corners, corner)
  const left = [...parts]
  const path = pattern.replace(/:\w+/g, () => encodeURIComponent((left.pop() ?? '').toWellFormed()))
  const address = `${path}?${new URLSearchParams(query)}`
  const headers = { 'content-type': type, ...(cookie !== null && { cookie: headerOf(cookie) }) }
  const bare = method === 'GET' || method === 'HEAD'
  return (await phone.ask(address, { method, headers, ...(!bare && { body }) })).status
}

/** What a header can carry. */
const headerOf = (text: string) => text.replace(/[^\x20-\x7e]/g, '')

function chosen<T>(all: readonly T[], at: number): T {
  const one = all[at % all.length]
  if (one === undefined) throw new Error('Nothing to choose from')
  return one
}
