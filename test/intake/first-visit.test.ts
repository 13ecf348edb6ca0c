import { beforeAll, expect, test } from 'vitest'
import { standardForms } from '../../src/forms/standard/all.ts'
import { query, urls } from '../../src/urls.ts'
import { found, sites, visitor } from './visitor.ts'

beforeAll(found)

/** What fits into the first answer of a server before it waits for the phone. */
const limit = 14 * 1024

const forms = Object.keys(standardForms).map((slug) => urls.form(slug))

test.each([urls.home, sites.grievance, ...forms])(
  'a first visit to %s is 14 KB at most, and asks for one script that nothing waits for',
  async (path) => {
    for (const lang of ['zh', 'en']) {
      const page = await (await visitor({ env: { demo: true } }).get(path + query({ lang }))).text()
      const later = page.match(/<script (?=[^>]*\bdefer\b)[^>]*>/g) ?? []
      expect(later).toEqual([expect.stringContaining(`src="${urls.unsentScript}?`)])
      expect(askedFor(page.replace(later.join(), ''))).toEqual([])
      expect(await gzipped(page)).toBeLessThan(limit)
    }
  },
)

/** The addresses that a browser fetches by itself. */
function askedFor(page: string): string[] {
  const found = page.matchAll(/<(?:link|script|img|iframe|source)\b[^>]*?\b(?:href|src)="([^"]*)"/g)
  return [...found].map(([, address = '']) => address).filter((address) => !address.startsWith('data:'))
}

async function gzipped(text: string): Promise<number> {
  const stream = new Response(text).body?.pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}
