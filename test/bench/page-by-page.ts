import { openDb } from '../../src/db/client.ts'
import { publish } from '../../src/forms/versions.ts'
import { beginToken, tokenFor } from '../../src/intake/form/token.ts'
import { urls } from '../../src/urls.ts'
import { proven } from '../support/attached-form.ts'
import { testBindings } from '../support/bindings.ts'
import type { BuiltWorker } from '../support/build.ts'
import { jpeg } from '../support/files/jpeg.ts'
import { bytes } from '../support/files/pieces.ts'
import { startHuying } from '../support/huying.ts'
import { load, type Shot } from './load.ts'
import { started } from './processor.ts'
import { printTable } from './table.ts'

const rounds = 60
/** What the free plan gives a request. */
const most = 10
const path = urls.form('proven')

/**
 * What each step through a form of several pages takes of the processor, a photo of three megabytes among them. The
 * local platform runs its database and its files in the same process, which a Worker is not charged for: a bare Worker
 * that reads and writes as much says how much of it that is.
 */
export async function stepsThroughForm(product: BuiltWorker, bare: BuiltWorker): Promise<void> {
  const { value: huying, pid } = await started(() => startHuying(product, { rateLimit: 1_000_000 }))
  const vars = { PAGE: '', HEADERS: '{}', ROWS: '[]' }
  const { value: yardstick, pid: other } = await started(() =>
    startHuying({ ...bare, migrations: product.migrations }, { vars }),
  )
  const { url, d1 } = huying
  const published = await publish(openDb(d1), { slug: 'proven', definition: proven, now: new Date() })
  if (!published.ok) throw new Error('The form has faults')
  const cookie = await cookieOf(url)
  const tokens = await Promise.all(
    Array.from({ length: rounds + 20 }, () => {
      const token = beginToken(published.versionId, new Date())
      return tokenFor(testBindings.RECEIPT_SECRET, path, token, token.openedAt)
    }),
  )
  const posted =
    (values: Record<string, string>) =>
    (token: string): Shot => ({
      path,
      method: 'POST',
      body: new URLSearchParams({ token, step: 'next', ...values }).toString(),
      headers: { origin: url, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    })
  const steps: [string, (token: string) => Shot, number][] = [
    ['first page, opened', () => ({ path }), 200],
    ['first page, kept', posted({ page: 'what', owed: 'deposit', danger: 'no' }), 303],
    ['next page, kept', posted({ page: 'story_page', story: '九月的工资到现在还没有发。' }), 303],
    ['a photo of 3 MB, attached', (token) => withPhoto(token, { origin: url, cookie }), 303],
    ['the page of the photo, kept', posted({ page: 'proof_page', what_proof: '收据' }), 303],
    ['how to send it, kept', posted({ page: 'filing', named: 'no', agreed: 'yes' }), 303],
    ['all of it once more', posted({ page: 'check', step: 'check' }), 303],
  ]
  const rows: (string | number)[][] = []
  for (const [name, shot, expected] of steps) {
    const all = tokens.map(shot).values()
    await load({ url, pid }, all, { connections: 1, count: 20, expected })
    const { cpu } = await load({ url, pid }, all, { connections: 1, count: rounds, expected })
    const { cpu: platform } = await load(
      { url: yardstick.url, pid: other },
      tokens.map((token) => asBare(shot(token))).values(),
      { connections: 1, count: rounds, expected: 303 },
    )
    const own = cpu - platform
    rows.push([name, ...[cpu, platform, own].map((it) => it.toFixed(1)), own <= most ? 'ok' : 'OVER'])
  }
  const head = ['', 'Huying CPU ms', 'bare CPU ms', 'between them', '']
  printTable(`Steps through a form of several pages; at most ${most} ms`, head, rows)
  await huying.stop()
  await yardstick.stop()
}

/** To the page of the yardstick that keeps as much. */
const asBare = (shot: Shot): Shot => ({ ...shot, path: '/draft', method: 'POST' })

/** Of a browser that has come to the form. */
async function cookieOf(url: string): Promise<string> {
  const answer = await fetch(url + path)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** The photo of a good phone: nearly all of it is its scan. */
const photo = (() => {
  const whole = jpeg.make({ word: 'ABCDEFGHABCDEFGH', places: ['exif'], orientation: 6 })
  const end = whole.length - 2
  return bytes(whole.subarray(0, end), new Uint8Array(3_000_000).fill(0x0f), whole.subarray(end))
})()

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
