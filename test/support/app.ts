import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import type { createApp } from '../../src/app.ts'
import type { Platform } from '../../src/platform/types.ts'
import { bindings } from './signed-in.ts'

const origin = 'http://localhost'

/** A person at a browser without scripts: keeps his cookies, sends forms as pages do. */
export function browser(app: ReturnType<typeof createApp>, changes: Partial<Platform> = {}) {
  const cookies = new Map<string, string>()
  let here: string | undefined
  const address = crypto.randomUUID() // the limits count clients

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = {
      origin,
      ...(here && { referer: origin + here }),
      'cf-connecting-ip': address,
      'user-agent': 'Mozilla/5.0 (a phone that tells a lot)',
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(init.headers as Record<string, string>),
    }
    const context = createExecutionContext()
    const answer = await app.request(path, { ...init, headers }, bindings(changes, context))
    await waitOnExecutionContext(context)
    for (const line of answer.headers.getSetCookie()) keep(line)
    if (answer.status !== 303 && (init.method ?? 'GET') === 'GET') here = path
    const led = answer.headers.get('location')
    return led?.startsWith('/kept/') ? await ask(led) : answer
  }

  function keep(line: string) {
    const [pair = '', ...attributes] = line.split(';')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    if (attributes.some((it) => /max-age=0$/i.test(it.trim()))) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    cookies,
    /** Asks as no page of ours does; a cookie that is brought along takes the place of his own. */
    ask,
    get: (path: string) => ask(path),
    /** The address of the page that is open. */
    here: () => here,
    /** Sends a form with a file, as the button of such a form does. */
    send: (path: string, fields: Record<string, string>, field: string, file: File) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      body.append(field, file)
      return ask(path, { method: 'POST', body })
    },
    post: (path: string, fields: Record<string, string | string[]> = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields))
        for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
      return ask(path, { method: 'POST', body })
    },
  }
}
