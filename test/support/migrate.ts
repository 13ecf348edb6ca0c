import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { forgetRules } from '../../src/orgs/rules.ts'
import type { Bindings } from '../../src/platform/cloudflare.ts'

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      MIGRATIONS: D1Migration[]
    }
  }
}

// Test files share a Worker (see vitest.config.ts); each begins with an empty database and nothing remembered.
forgetRules()
await applyD1Migrations(env.DB, env.MIGRATIONS)
await env.DB.batch((await tables()).map((name) => env.DB.prepare(`delete from "${name}"`)))

async function tables(): Promise<string[]> {
  const own =
    "type = 'table' and name not glob 'sqlite_*' and name not glob '_cf_*' and name <> 'd1_migrations'"
  const { results } = await env.DB.prepare(`select name from sqlite_master where ${own}`).all<{
    name: string
  }>()
  return results.map(({ name }) => name)
}
