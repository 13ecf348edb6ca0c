import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { seedDemo } from '../../scripts/demo/seed.ts'
import { urls } from '../../src/urls.ts'
import type { BuiltWorker } from '../support/build.ts'
import { launchChromium } from '../support/chromium.ts'
import { startHuying } from '../support/huying.ts'
import { printTable } from './table.ts'

const limit = 14 * 1024
const visits = 7
const kilobitsPerSecond = 400
const latency = 400
/** A form of n8n with one field, by the same throttling; until its field was in the page, drawn or not. */
const secondsOfN8n = 0.64

/** What a phone on a bad network waits for when it opens a site's form for the first time, counted in Chromium. */
export async function firstVisit(product: BuiltWorker): Promise<void> {
  const huying = await startHuying(product)
  await seedDemo(huying.d1, new Date(), huying.secrets)
  const empty = await serveEmptyForm()
  const browser = await launchChromium()
  const { results } = await huying.d1
    .prepare(
      'select code, slug from sites join forms on forms.id = sites.form_id group by slug order by code',
    )
    .all<{ code: string; slug: string }>()
  const pages = [
    { name: 'an empty form', url: empty.url },
    { name: 'home', url: huying.url + urls.home },
    ...results.map(({ code, slug }) => ({ name: slug, url: huying.url + urls.site(code) })),
  ]
  const rows: (string | number)[][] = []
  for (const { name, url } of pages) {
    const seen: Visit[] = []
    for (let count = 0; count < visits; count += 1) seen.push(await visit(browser, url))
    const [{ requests, page, bytes } = { requests: 0, page: 0, bytes: 0 }] = seen
    const seconds = seen.map((one) => one.seconds).sort((a, b) => a - b)[(visits - 1) / 2] ?? Number.NaN
    const holds = requests <= 2 && page <= limit && seconds < secondsOfN8n
    rows.push([name, requests, page, bytes, seconds.toFixed(2), holds ? 'ok' : 'OVER'])
  }
  rows.push(['n8n (measured once)', '', '', '', secondsOfN8n, ''])
  printTable(
    `A first visit at ${kilobitsPerSecond} kbit/s and ${latency} ms, median of ${visits}; the page has ${limit} bytes at most, and a script comes after it`,
    ['', 'requests', 'bytes of the page', 'bytes in all', 'seconds to a usable field', ''],
    rows,
  )
  await browser.close()
  empty.stop()
  await huying.stop()
}

interface Visit {
  requests: number
  /** Of the page by itself, which is all that comes without scripts. */
  page: number
  bytes: number
  seconds: number
}

/** With a cache and connections of its own. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: (kilobitsPerSecond * 1000) / 8,
    uploadThroughput: (kilobitsPerSecond * 1000) / 8,
  })
  let requests = 0
  let bytes = 0
  let own = 0
  network.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) requests += 1
  })
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    own ||= encodedDataLength
  })
  await page.addInitScript(noteFirstField)
  await page.goto(url, { waitUntil: 'networkidle' })
  const seconds = await secondsToField(page)
  await context.close()
  return { requests, page: own, bytes, seconds }
}

/** Runs in the page: frames are drawn only once nothing blocks them, so a field in a frame is one to type into. */
function noteFirstField() {
  const look = () => {
    const field = document.querySelector('form input:not([type="hidden"], [tabindex="-1"]), form textarea')
    if (field?.getClientRects().length) performance.mark('field')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function secondsToField(page: Page): Promise<number> {
  const at = await page.evaluate(() => performance.getEntriesByName('field')[0]?.startTime)
  return (at ?? Number.NaN) / 1000
}

/** The floor: one field, and nothing else. */
async function serveEmptyForm() {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(
      '<!doctype html><title>Form</title><form method="post"><input name="story"><button>Send</button>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}
