import { expect, test } from 'vitest'
import { linesWith } from './sources.ts'

const types =
  /\b(?:(?:D1|R2|KV)[A-Z]\w*|Queue<|MessageBatch|RateLimit\b|SendEmail|Socket\b|Fetcher|WorkerVersion\w+|DurableObject\w*|Scheduled\w+|ExecutionContext|Cloudflare\.|Cf[A-Z]\w+)/
const bindings = /\b(?:DB|SEARCH|WAKE|EMAIL|VERSION|DEMO|ASSETS|[A-Z]+_(?:LIMIT|SECRET|TOKEN|PASSWORD))\b/

/** A deployment keeps its secrets under these names on every platform, and the pages tell people so. */
const namesSecrets = ['platform/secrets.ts', 'i18n/en/office.ts', 'i18n/zh/office.ts']

test.each<[what: string, pattern: RegExp, knownTo?: string[]]>([
  ['modules', /['"]cloudflare:/],
  ['types', types],
  ['functions', /\b(?:executionCtx|waitUntil|withSession|getBookmark|timingSafeEqual|caches)\b/],
  ['bindings', bindings, namesSecrets],
  ['headers', /['"]cf-/i],
  ['handlers', /ExportedHandler/, ['index.ts']],
])('the %s of Cloudflare are named by its platform alone', (_, pattern, knownTo = []) => {
  expect(linesWith(pattern, ['platform/cloudflare.ts', 'platform/r2-files.ts', ...knownTo])).toEqual([])
})
