import { applyD1Migrations, type D1Migration, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Bindings } from '../../src/env.ts'
import { forgetRules } from '../../src/orgs/rules.ts'

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      MIGRATIONS: D1Migration[]
    }
  }
}

// Test files share a Worker (see vitest.config.ts); each begins with an empty database and nothing remembered.
await reset()
forgetRules()
await applyD1Migrations(env.DB, env.MIGRATIONS)
