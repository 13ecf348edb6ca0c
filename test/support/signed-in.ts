import { env } from 'cloudflare:workers'
import type { createApp } from '../../src/app.ts'
import type { Bindings } from '../../src/env.ts'
import { urls } from '../../src/urls.ts'

/** The bindings of the tests as the Worker sees them, with what a test changes of them. */
export function bindings(changes: Partial<Bindings> = {}): Bindings {
  return { ...(env as unknown as Bindings), ...changes }
}

/** Signs a person in as the demo does, second factor shown; the headers of his further requests. */
export async function signInAs(app: ReturnType<typeof createApp>, staffId: string) {
  const answer = await app.request(
    urls.signInDemo,
    {
      method: 'POST',
      body: new URLSearchParams({ staff: staffId }),
      headers: { origin: 'http://localhost' },
    },
    bindings({ DEMO: '1' }),
  )
  if (answer.status !== 303) throw new Error(`${staffId} could not sign in: ${answer.status}`)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { cookie, origin: 'http://localhost' }
}
