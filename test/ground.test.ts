import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

test('the tests run on a migrated database', async () => {
  const tables = await env.DB.prepare("select name from sqlite_master where type = 'table'").all<{
    name: string
  }>()
  expect(tables.results.map((table) => table.name)).toContain('cases')
})
