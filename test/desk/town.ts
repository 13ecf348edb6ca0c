import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { createApp } from '../../src/app.ts'
import { openDb } from '../../src/db/client.ts'
import { caseEvents, cases, identities, submissions } from '../../src/db/tables/cases.ts'
import { forms, formVersions } from '../../src/db/tables/forms.ts'
import { categoryNominees, enterprises, organisations, roleGrants, staff } from '../../src/db/tables/orgs.ts'
import type { Role } from '../../src/db/vocabulary.ts'
import { grievance } from '../../src/forms/standard/grievance.ts'
import { publish } from '../../src/forms/versions.ts'
import { urls } from '../../src/urls.ts'
import { bindings, signInAs } from '../support/signed-in.ts'

export const db = openDb(env.DB)

/** Monday morning in Shanghai; tests move it. */
export const clock = { now: new Date('2026-11-23T02:00:00Z') }
export const app = createApp(() => clock.now)

const orgs = {
  root: { path: '0001', name: { zh: '县总工会', en: 'County' } },
  town: { path: '00010001', name: { zh: '东镇工会', en: 'East Town' } },
  unit: { path: '000100010001', name: { zh: '新星厂工会', en: 'Nova Works' } },
  west: { path: '00010002', name: { zh: '西镇工会', en: 'West Town' } },
}
type Org = keyof typeof orgs

const people: Record<string, { name: string; at: Org; roles: Role[] }> = {
  duty: { name: '王受理', at: 'root', roles: ['duty_officer'] },
  second: { name: '赵同意', at: 'root', roles: ['duty_officer'] },
  hand: { name: '李承办', at: 'root', roles: ['handler'] },
  other: { name: '孙承办', at: 'root', roles: ['handler'] },
  head: { name: '陈部长', at: 'root', roles: ['department_head'] },
  deputy: { name: '周副主席', at: 'root', roles: ['deputy_chair'] },
  chair: { name: '吴主席', at: 'root', roles: ['chair'] },
  watcher: { name: '郑督办', at: 'root', roles: ['supervisor'] },
  admin: { name: '冯管理', at: 'root', roles: ['administrator'] },
  west: { name: '西镇受理', at: 'west', roles: ['duty_officer'] },
  unit: { name: '厂里督办', at: 'unit', roles: ['supervisor'] },
}

// Each file has a database of its own, but the files may share this module.
let count = 0
const sessions = new Map<string, { cookie: string; origin: string }>()

/** A federation with three levels, one person of each role, a form and an enterprise. */
export async function settle(): Promise<void> {
  count = 0
  sessions.clear()
  const at = { createdAt: clock.now, updatedAt: clock.now }
  await db.batch([
    db
      .insert(organisations)
      .values(Object.entries(orgs).map(([id, it]) => ({ id, ...it, createdAt: clock.now }))),
    db
      .insert(staff)
      .values(
        Object.entries(people).map(([id, { name }]) => ({ id, name, email: `${id}@example.org`, ...at })),
      ),
    db
      .insert(roleGrants)
      .values(
        Object.entries(people).flatMap(([staffId, { at, roles }]) =>
          roles.map((role) => ({ staffId, orgId: at, orgPath: orgs[at].path, role, createdAt: clock.now })),
        ),
      ),
    db
      .insert(enterprises)
      .values({ id: 'nova', orgId: 'unit', name: { zh: '新星厂', en: 'Nova' }, createdAt: clock.now }),
    db.insert(categoryNominees).values({ category: 'harassment', staffId: 'duty' }),
  ])
  await publish(db, { slug: 'grievance', definition: grievance, now: clock.now })
}

/** A case in a state, as if it had come there the long way. */
export async function given(changes: Partial<typeof cases.$inferInsert> = {}): Promise<string> {
  count += 1
  const id = `case${count}`
  const version = await db
    .select({ id: formVersions.id })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .get()
  const turn = changes.turn ?? 1
  await db.batch([
    db.insert(submissions).values({
      id: `sub${count}`,
      formVersionId: version?.id ?? '',
      answers: {},
      locale: 'zh',
      mode: 'complaint',
      idempotencyKey: `key${count}`,
      createdAt: clock.now,
    }),
    db.insert(cases).values({
      id,
      number: count,
      submissionId: `sub${count}`,
      receiptHash: `hash${count}`,
      orgId: 'unit',
      orgPath: orgs.unit.path,
      enterpriseId: 'nova',
      category: 'wages',
      mode: 'complaint',
      secrecy: 'confidential',
      anonymous: false,
      bypassesUnit: false,
      danger: false,
      state: 'triage',
      turn,
      holderRole: 'duty_officer',
      holderOrgId: 'root',
      createdAt: clock.now,
      stateSince: clock.now,
      contactDueAt: later(1),
      amberAt: later(1),
      dueAt: later(2),
      confidedTo: changes.secrecy === 'strict' ? (changes.category ?? null) : null,
      ...changes,
    }),
    db
      .insert(identities)
      .values({ caseId: id, details: { worker_name: '刘某某', worker_phone: '13800000000' } }),
    db
      .insert(caseEvents)
      .values({ caseId: id, seq: 1, turn, at: clock.now, action: 'receive', actor: 'system' }),
  ])
  return id
}

/** Some days from now. */
export function later(days: number): Date {
  return new Date(clock.now.getTime() + days * 86_400_000)
}

async function headersOf(person: string) {
  const kept = sessions.get(person) ?? (await signInAs(app, person))
  sessions.set(person, kept)
  return kept
}

/** A page of the desk as a person sees it. */
export async function see(person: string, address: string) {
  return ask(address, { headers: await headersOf(person) })
}

/** Sends the form of an act, for the turn that the case has now unless told otherwise. */
export async function press(person: string, id: string, noun: string, fields: Record<string, string> = {}) {
  const { turn = String((await caseNow(id)).turn), key, ...asked } = fields
  const body = new URLSearchParams({ turn, ...(key && { key }) })
  for (const [name, value] of Object.entries(asked)) body.set(`${noun}-${name}`, value)
  return ask(urls.deskAct(id, noun), { method: 'POST', headers: await headersOf(person), body })
}

async function ask(address: string, init: RequestInit) {
  const context = createExecutionContext()
  const answer = await app.request(address, init, bindings({}, context))
  await waitOnExecutionContext(context)
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}

export async function caseNow(id: string) {
  const row = await db.select().from(cases).where(eq(cases.id, id)).get()
  if (!row) throw new Error(`No case ${id}`)
  return row
}
