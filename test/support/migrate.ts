import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { empty, emptySearch } from './emptying.ts'
import type {} from './test-env.ts'

declare global {
  namespace Cloudflare {
    interface Env {
      MIGRATIONS: D1Migration[]
      SEARCH_MIGRATIONS: D1Migration[]
    }
  }
}

// Test files share a Worker (see vitest.config.ts); each begins with an empty database and nothing remembered.
await applyD1Migrations(env.DB, env.MIGRATIONS)
await applyD1Migrations(env.SEARCH, env.SEARCH_MIGRATIONS)
await empty(env.DB)
await emptySearch(env.SEARCH)
await env.FILES.delete('keys/plain-refused')
