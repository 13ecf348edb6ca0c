import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { createApp } from '../../src/app.ts'
import { type Bindings, cloudflare } from '../../src/platform/cloudflare.ts'
import type { Database, Platform } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'

/** The platform of the tests as handlers see it, with what a test changes of it. */
export function bindings(
  changes: Partial<Platform> = {},
  context: ExecutionContext = createExecutionContext(),
): Platform {
  return { ...cloudflare(env as unknown as Bindings, context), ...changes }
}

/** A change of the platform: this database, however it is opened. */
export function onDatabase(database: Database): Pick<Platform, 'openDatabase'> {
  return { openDatabase: () => ({ database, bookmark: () => null }) }
}

/** Signs a person in as the demo does, second factor shown; the headers of his further requests. */
export async function signInAs(app: ReturnType<typeof createApp>, staffId: string) {
  const answer = await app.request(
    new URL(urls.signInDemo, 'https://localhost').href,
    {
      method: 'POST',
      body: new URLSearchParams({ staff: staffId }),
      headers: { origin: 'https://localhost' },
    },
    bindings({ demo: true }),
  )
  if (answer.status !== 303) throw new Error(`${staffId} could not sign in: ${answer.status}`)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { cookie, origin: 'http://localhost' }
}
