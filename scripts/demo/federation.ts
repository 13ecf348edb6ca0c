import { eq, sql } from 'drizzle-orm'
import { workOf } from '../../src/cases/handing-over.ts'
import type { Db, Statement } from '../../src/db/client.ts'
import { forms, sites as siteTable } from '../../src/db/tables/forms.ts'
import {
  calendarYears,
  enterprises as enterpriseTable,
  organisations,
  roleGrants,
  settings as settingTable,
  staff,
} from '../../src/db/tables/orgs.ts'
import type { Keyring } from '../../src/encryption/keyring.ts'
import { standardForms } from '../../src/forms/standard/all.ts'
import { publish } from '../../src/forms/versions.ts'
import { knownYear } from '../../src/orgs/holidays.ts'
import { agreeToNominee, proposeNominee } from '../../src/orgs/nominating.ts'
import { addEnterprise } from '../../src/orgs/registering.ts'
import { loadRules } from '../../src/orgs/rules.ts'
import { sceneOf } from '../../src/orgs/scene.ts'
import { enterprises } from './enterprises.ts'
import { asStaff, people } from './people.ts'
import { sites } from './sites.ts'
import { orgOf, orgs, parentOf } from './tree.ts'

const day = 24 * 3_600_000

/** Writes the federation before anybody filed anything: tree, employers, people, forms, sites, settings. */
export async function found(db: Db, keys: Keyring, now: Date): Promise<void> {
  // Long enough ago for the cases that have reached the end of their time of keeping.
  const createdAt = new Date(now.getTime() - 1300 * day)
  await writeAll(db, [
    ...orgs.map((org) => db.insert(organisations).values({ ...org, parentId: parentOf(org.id), createdAt })),
    ...enterprises.map((one) => db.insert(enterpriseTable).values({ ...one, createdAt })),
    ...people.flatMap((person) => peopleRows(db, person, createdAt)),
    ...settingRows(db, createdAt),
    ...yearRows(db, createdAt, now),
  ])
  for (const [slug, definition] of Object.entries(standardForms)) {
    const result = await publish(db, { slug, definition, now: createdAt })
    if (!result.ok) throw new Error(`The form ${slug} cannot be published: ${JSON.stringify(result)}`)
  }
  await writeAll(db, await siteRows(db, createdAt))
  await nameAll(db, keys, createdAt)
  await registerAgain(db, now)
}

/** Two administrators agree on who sees strict cases; the mails that told of it count as sent. */
async function nameAll(db: Db, keys: Keyring, now: Date) {
  const [first, second] = people.filter(({ grants }) => grants.some(([role]) => role === 'administrator'))
  if (!first || !second) throw new Error('The demo has fewer than two administrators')
  const scene = sceneOf(db, keys, await loadRules(db, now), now)
  const office = { ...scene, work: workOf(scene) }
  for (const person of people)
    for (const category of person.namedFor) {
      const proposed = await proposeNominee({ ...office, by: asStaff(first) }, person, category)
      const agreed = await agreeToNominee({ ...office, by: asStaff(second) }, person, category)
      if (proposed !== 'done' || agreed !== 'done') throw new Error(`${person.name} is not named: ${agreed}`)
    }
  // One waits, for whoever tries the demo to decide.
  const waiting = people.find(({ id }) => id === 'lin.qiushi')
  if (waiting) await proposeNominee({ ...office, by: asStaff(second) }, waiting, 'mental')
  await db.run(sql`update deliveries set status = 'sent', attempts = 1, sent_at = created_at + 45000`)
}

/** An employer whose name another union has registered already, so that the county has one to decide on. */
async function registerAgain(db: Db, now: Date) {
  const twice = enterprises.find(({ id }) => id === 'e-yuncan')
  const [union] = await db.select().from(organisations).where(eq(organisations.id, 'workshops'))
  const by = people.find(({ grants }) => grants.some(([role]) => role === 'administrator'))
  if (!twice || !union || !by) throw new Error('The demo has nobody who registers an employer')
  const office = { db, now, news: { waiting: false }, by: asStaff(by) }
  const added = await addEnterprise(office, union, { name: twice.name, creditCode: null })
  if (!added.ok || added.status !== 'waiting') throw new Error('An employer of the same name did not wait')
}

async function siteRows(db: Db, createdAt: Date) {
  const published = await db.select({ id: forms.id, slug: forms.slug }).from(forms)
  const idOf = new Map(published.map(({ slug, id }) => [slug, id]))
  // A second apart, so that the first one stays the first one.
  return sites.map(({ form, ...site }, at) =>
    db.insert(siteTable).values({
      ...site,
      formId: idOf.get(form) ?? form,
      createdAt: new Date(createdAt.getTime() + at * 1000),
    }),
  )
}

function peopleRows(db: Db, { grants, namedFor: _, ...person }: (typeof people)[number], createdAt: Date) {
  return [
    db.insert(staff).values({ ...person, emailVerified: true, createdAt, updatedAt: createdAt }),
    ...grants.map(([role, orgId]) =>
      db.insert(roleGrants).values({
        staffId: person.id,
        orgId,
        orgPath: orgOf(orgId).path,
        role,
        createdAt,
      }),
    ),
  ]
}

function settingRows(db: Db, updatedAt: Date) {
  const rows = {
    name: { zh: '临溪县总工会', en: 'Linxi County Federation of Trade Unions' },
    mail: { from: 'huying@demo.example', way: 'binding' },
  }
  return Object.entries(rows).map(([key, value]) => db.insert(settingTable).values({ key, value, updatedAt }))
}

function yearRows(db: Db, founded: Date, now: Date) {
  const count = now.getUTCFullYear() - founded.getUTCFullYear() + 1
  return Array.from({ length: count }, (_, at) => knownYear(founded.getUTCFullYear() + at))
    .filter((year) => year !== null)
    .map((year) => db.insert(calendarYears).values({ ...year, updatedAt: founded }))
}

async function writeAll(db: Db, [first, ...rest]: Statement[]): Promise<void> {
  if (first) await db.batch([first, ...rest])
}
