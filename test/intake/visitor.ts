import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createApp } from '../../src/app.ts'
import { cipherFor } from '../../src/cases/ciphers.ts'
import { openDb } from '../../src/db/client.ts'
import type { Encrypted } from '../../src/db/columns.ts'
import { identities, submissions } from '../../src/db/tables/submissions.ts'
import type { Platform } from '../../src/platform/types.ts'
import { urls } from '../../src/urls.ts'
import { keys } from '../support/keys.ts'
import { bindings } from '../support/signed-in.ts'
import { codes, plant } from '../support/town/places.ts'

export const db = openDb(env.DB)
export const clock = { now: new Date('2026-11-23T02:00:00Z') }
export const origin = 'http://huying.test'

const app = createApp(() => clock.now)

/** The town, with nobody in it: its forms and sites. */
export async function found() {
  await plant(db, clock.now)
}

/** Where the sites of the town are opened. */
export const sites = {
  grievance: urls.site(codes.grievance),
  safety: urls.site(codes.safety),
  closed: urls.site(codes.closed),
}

export type Values = Record<string, string | string[]>

interface Options {
  lang?: 'zh' | 'en'
  headers?: Record<string, string>
  env?: Partial<Platform>
  refusesCookies?: boolean
  method?: string
}

/** A browser: keeps its cookies, and posts as pages of ours do. */
export function visitor({ lang = 'zh', refusesCookies, ...always }: Options = {}) {
  const cookies = new Map([['__Host-lang', lang as string]])
  // Limits count by address, and the tests share one Worker.
  const address = crypto.randomUUID()
  async function request(path: string, init: RequestInit, options: Options = {}): Promise<Response> {
    const headers = new Headers({ 'cf-connecting-ip': address, ...always.headers, ...options.headers })
    headers.set('cookie', [...cookies].map(([key, value]) => `${key}=${value}`).join('; '))
    const context = createExecutionContext()
    const platform = bindings({ ...always.env, ...options.env }, context)
    const response = await app.request(new URL(path, origin), { ...init, headers }, platform)
    await waitOnExecutionContext(context)
    for (const cookie of refusesCookies ? [] : response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const led = response.headers.get('location')
    return led?.startsWith('/kept/') ? await request(led, {}, options) : response
  }
  return {
    cookies,
    get: (path: string, options?: Options) => request(path, { method: options?.method ?? 'GET' }, options),
    post: (path: string, values: Values | string | Uint8Array, options: Options = {}) =>
      request(
        path,
        {
          method: 'POST',
          body: typeof values === 'string' || values instanceof Uint8Array ? values : encode(values),
        },
        {
          ...options,
          headers: {
            origin,
            'content-type': 'application/x-www-form-urlencoded',
            ...options.headers,
          },
        },
      ),
    /** Sends a form with a file in it. */
    send(path: string, values: Values, file: { name: string; of: File }) {
      const body = new FormData()
      for (const [key, value] of Object.entries(values))
        for (const one of [value].flat()) body.append(key, one)
      body.append(file.name, file.of)
      return request(path, { method: 'POST', body }, { headers: { origin } })
    },
  }
}

export type Visitor = ReturnType<typeof visitor>

function encode(values: Values): string {
  const body = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) for (const one of [value].flat()) body.append(key, one)
  return body.toString()
}

/** Opens a form, goes on too early as people do, by which the browser has its cookie, and lets a minute pass. */
export async function openedToken(worker: Visitor, path: string): Promise<string> {
  const token = tokenIn(await (await worker.get(path)).text())
  await worker.post(path, { token, step: 'check' })
  clock.now = new Date(clock.now.getTime() + 60_000)
  return token
}

/** The page with his receipt that a worker is led to, or that comes at once. */
export async function receiptPage(worker: Visitor, sent: Response): Promise<string> {
  const address = sent.headers.get('location')
  return (address ? await worker.get(address) : sent).text()
}

/** A receipt as its page shows it. */
export function codeIn(page: string): string {
  return [...page.matchAll(/<span>([2-9CFGHJMPQRVWX]{4}) <\/span>/g)].map((it) => it[1]).join('')
}

export function tokenIn(page: string): string {
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

/** What a worker answers in the grievance form, without his name. */
export const answers: Values = {
  danger: 'no',
  matter: 'wages',
  story: '三个月没发工资',
  people: '12',
  mode: 'complaint',
  named: 'no',
  agreed: 'yes',
}

export async function countOf(table: string): Promise<number> {
  const row = await env.DB.prepare(`select count(*) as n from ${table}`).first<{ n: number }>()
  return row?.n ?? 0
}

export async function lastCase(): Promise<Record<string, unknown>> {
  const row = await env.DB.prepare(
    'select c.*, g.workers, s.answers, s.site_code, s.form_version_id, i.details, i.sealed from cases c join submissions s on s.id = c.submission_id left join grievances g on g.case_id = c.id left join identities i on i.case_id = c.id order by c.state_since desc limit 1',
  ).first<Record<string, unknown> & { id: string; answers: Encrypted; details: Encrypted | null }>()
  if (!row) return {}
  const { id, answers, details } = row
  const cipher = await cipherFor({ db, keys, now: new Date(0) }, id)
  return {
    ...row,
    answers: await cipher.decrypt(submissions.answers, id, answers),
    details: details && (await cipher.decrypt(identities.details, id, details)),
  }
}
