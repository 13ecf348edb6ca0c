import { openDb } from '../../src/db/client.ts'
import type { Bytes } from '../../src/files/reading-bytes.ts'
import { publish } from '../../src/forms/versions.ts'
import { beginToken, tokenFor } from '../../src/intake/form/token.ts'
import { query, urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import { testBindings } from '../support/bindings.ts'
import type { BuiltWorker } from '../support/build.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { bytes } from '../support/files/pieces.ts'
import { type Huying, startHuying } from '../support/huying.ts'
import { load, type Shot } from './load.ts'
import { started } from './processor.ts'
import { printTable } from './table.ts'

const rounds = 100
/** Until all of it is compiled. */
const first = 20
/** One after the other: whatever else the machine does then falls on both. */
const turns = 10
/** What the free plan gives a request. */
const most = 10
const path = urls.form('proven')

/**
 * What each step through a form of several pages takes of the processor, a photo of three megabytes among them. The
 * local platform runs its database and its files in the same process, which a Worker is not charged for: a bare Worker
 * that asks, writes and keeps as much says how much of it that is.
 */
export async function stepsThroughForm(product: BuiltWorker, bare: BuiltWorker, counting: BuiltWorker) {
  const statements = await statementsOf(counting)
  const { value: huying, pid } = await started(() => startHuying(product, { rateLimit: 1_000_000 }))
  const vars = { PAGE: '', HEADERS: '{}', ROWS: '[]' }
  const { value: yardstick, pid: other } = await started(() =>
    startHuying({ ...bare, migrations: product.migrations }, { vars }),
  )
  const [target, bareTarget] = [
    { url: huying.url, pid },
    { url: yardstick.url, pid: other },
  ]
  const { steps, tokens } = await opened(huying, rounds + first)
  const rows: (string | number)[][] = []
  for (const { name, shot, expected } of steps) {
    const asked = statements.get(name) ?? 0
    const all = tokens.map(shot)
    const [ours, theirs] = [all.values(), all.map((one) => asBare(one, asked)).values()]
    await load(target, ours, { connections: 1, count: first, expected })
    await load(bareTarget, theirs, { connections: 1, count: first, expected })
    let [cpu, platform] = [0, 0]
    for (let turn = 0; turn < turns; turn++) {
      const by = { connections: 1, count: rounds / turns, expected }
      cpu += (await load(target, ours, by)).cpu / turns
      platform += (await load(bareTarget, theirs, by)).cpu / turns
    }
    const own = cpu - platform
    const numbers = [cpu, platform, own].map((it) => it.toFixed(1))
    rows.push([name, asked, ...numbers, own <= most ? 'ok' : 'OVER'])
  }
  const head = ['', 'statements', 'Huying CPU ms', 'bare CPU ms', 'between them', '']
  printTable(`Steps through a form of several pages; at most ${most} ms`, head, rows)
  await huying.stop()
  await yardstick.stop()
}

interface Way {
  name: string
  shot: (token: string) => Shot
  expected: number
}

/** The form, and as many who have come to it. */
async function opened({ url, d1 }: Huying, count: number): Promise<{ steps: Way[]; tokens: string[] }> {
  const published = await publish(openDb(d1), { slug: 'proven', definition: proven, now: new Date() })
  if (!published.ok) throw new Error('The form has faults')
  const headers = { origin: url, cookie: await cookieOf(url) }
  const tokens = Array.from({ length: count }, () => {
    const token = beginToken(published.versionId, new Date())
    return tokenFor(testBindings.RECEIPT_SECRET, path, token, token.openedAt)
  })
  const kept = (name: string, page: string, values: Record<string, string>): Way => ({
    name,
    shot: (token) => withWords({ token, page, step: 'next', ...values }, headers),
    expected: 303,
  })
  return {
    tokens: await Promise.all(tokens),
    steps: [
      { name: 'first page, opened', shot: () => ({ path }), expected: 200 },
      kept('first page, kept', 'what', { owed: 'deposit', danger: 'no' }),
      kept('next page, kept', 'story_page', { story: '九月的工资到现在还没有发。' }),
      { name: 'a photo of 3 MB, attached', shot: (token) => withPhoto(token, headers), expected: 303 },
      kept('the page of the photo, kept', 'proof_page', { what_proof: '收据' }),
      kept('how to send it, kept', 'filing', { named: 'no', agreed: 'yes' }),
      kept('all of it once more', 'check', { step: 'check' }),
    ],
  }
}

/** How many statements each step gives the database. */
async function statementsOf(counting: BuiltWorker): Promise<Map<string, number>> {
  const huying = await startHuying(counting)
  const { steps, tokens } = await opened(huying, 1)
  const [token = ''] = tokens
  const found = new Map<string, number>()
  for (const { name, shot } of steps) {
    const { path: to, ...request } = shot(token)
    const answer = await fetch(huying.url + to, { ...request, body: bodyOf(request), redirect: 'manual' })
    found.set(name, Number(answer.headers.get('x-statements')))
  }
  await huying.stop()
  return found
}

const bodyOf = ({ body }: Pick<Shot, 'body'>) =>
  typeof body === 'object' ? new Blob([body as Bytes]) : (body ?? null)

/** To the page of the yardstick that asks as much, and keeps it. */
function asBare(shot: Shot, statements: number): Shot {
  return {
    ...shot,
    path: (shot.method === 'POST' ? '/draft' : '/asked') + query({ statements, bytes: 5000 }),
  }
}

/** Of a browser that has come to the form. */
async function cookieOf(url: string): Promise<string> {
  const answer = await fetch(url + path)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** The photo of a good phone: nearly all of it is its scan, of any bytes, and a zero after each that would be a mark. */
const photo = (() => {
  const whole = jpeg.make({ word: 'ABCDEFGHABCDEFGH', places: ['exif'], orientation: 6 })
  const end = whole.length - 2
  const scan = new Uint8Array(3_000_000)
  for (let at = 0; at < scan.length; at += 50_000) crypto.getRandomValues(scan.subarray(at, at + 50_000))
  for (let at = scan.indexOf(0xff); at >= 0; at = scan.indexOf(0xff, at + 1)) scan[at + 1] = 0
  return bytes(whole.subarray(0, end), scan, [0], whole.subarray(end))
})()

function withWords(words: Record<string, string>, headers: Record<string, string>): Shot {
  const type = 'application/x-www-form-urlencoded'
  const body = new URLSearchParams(words).toString()
  return { path, method: 'POST', body, headers: { ...headers, 'content-type': type } }
}

const boundary = 'a-file-of-the-bench'

function withPhoto(token: string, headers: Record<string, string>): Shot {
  const part = (name: string, more = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`
  const words = Object.entries({ token, page: 'proof_page', step: 'attach' })
  const head = words.map(([name, value]) => `${part(name)}${value}\r\n`).join('')
  const body = bytes(`${head}${part('proof', '; filename="a.jpg"')}`, photo, `\r\n--${boundary}--\r\n`)
  const type = `multipart/form-data; boundary=${boundary}`
  return { path, method: 'POST', body, headers: { ...headers, 'content-type': type } }
}
