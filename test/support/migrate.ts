import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Bindings } from '../../src/platform/cloudflare.ts'
import { empty } from './emptying.ts'

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      MIGRATIONS: D1Migration[]
    }
  }
}

// Test files share a Worker (see vitest.config.ts); each begins with an empty database and nothing remembered.
await applyD1Migrations(env.DB, env.MIGRATIONS)
await empty(env.DB)
