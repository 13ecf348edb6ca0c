import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { loadForStaff } from '../../src/cases/loading.ts'
import { openDb } from '../../src/db/client.ts'
import { forgetRules } from '../../src/orgs/rules.ts'
import { loadStaff } from '../../src/orgs/staff.ts'
import { urls } from '../../src/urls.ts'
import { keys } from '../support/keys.ts'
import { at, clock } from '../support/town/pages.ts'
import before from './0.1.0.sql?raw'

/** Receipts of the demo federation in the database of version 0.1.0, made with the secret of the tests. */
export const receipts = ['66GRC8CG8CFFQQ5R', '6JQ894H99F83J6WQ', 'FMWPR2CMGG5C3WC7', 'WRMVHJ3FX8VW74R4']
/** When it was kept. */
export const kept = new Date('2026-11-25T05:00:00Z')

/** Lays the database of version 0.1.0 in place of what is there, as it was kept. */
export async function layOldDatabase(): Promise<void> {
  const { results } = await env.DB.prepare(
    "select name from sqlite_master where type = 'table' and name not glob 'sqlite_*' and name not glob '_cf_*'",
  ).all<{ name: string }>()
  await env.DB.batch(results.map(({ name }) => env.DB.prepare(`drop table "${name}"`)))
  const statements = before.split('\n').filter((line) => line !== '')
  for (let at = 0; at < statements.length; at += 200)
    await env.DB.batch(statements.slice(at, at + 200).map((sql) => env.DB.prepare(sql)))
}

/** Takes it to the version of now, and the clock to its time. */
export async function upgradeDatabase(): Promise<void> {
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  forgetRules()
  clock.now = kept
}

/** The people of its union; each case is opened at the desk by the first of them who sees it. */
export async function union() {
  const db = openDb(env.DB)
  const { results } = await env.DB.prepare('select id from staff').all<{ id: string }>()
  const staff = (await Promise.all(results.map(({ id }) => loadStaff(db, id)))).filter((it) => it !== null)
  const browsers = new Map<string, Awaited<ReturnType<typeof at>>>()
  return async (id: string): Promise<Response | undefined> => {
    for (const one of staff) {
      if (!(await loadForStaff({ db, keys, now: clock.now }, one, id))) continue
      const browser = browsers.get(one.id) ?? (await at(one.id))
      browsers.set(one.id, browser)
      return browser.get(urls.deskCase(id))
    }
    return undefined
  }
}
