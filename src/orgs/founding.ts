import { sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { forms, formVersions, sites } from '../db/tables/forms.ts'
import { calendarYears, organisations, roleGrants, settings, staff } from '../db/tables/orgs.ts'
import type { Bilingual, Locale } from '../db/vocabulary.ts'
import { auditEntry } from './auditing.ts'
import { knownYear } from './holidays.ts'
import { forgetRules } from './rules.ts'

export interface Founding {
  name: Bilingual
  zone: string
  /** Where the service is reached, for links in mails. */
  address: string
  /** Whom mails come from; the provider of mail must know this address. */
  sender: string
  administrator: { name: string; email: string; locale: Locale }
  /** The forms to begin with, each with the code of its first site. */
  forms: { slug: string; definition: unknown; siteCode: string; place: Bilingual }[]
}

/** Whether nobody has an account yet, so that a federation may still be founded here. */
export async function isUnfounded(db: Db): Promise<boolean> {
  return (await db.select({ id: staff.id }).from(staff).limit(1).get()) === undefined
}

/**
 * Founds the federation in one batch: its root, settings, calendar, forms with a site each, and the first
 * administrator, whose id it returns. Null when somebody else has just done so: the root's path exists once.
 */
export async function found(db: Db, now: Date, founding: Founding): Promise<string | null> {
  const { name, zone, address, sender, administrator } = founding
  const mail = { from: sender, way: 'binding', smtpHost: '', smtpPort: 465, smtpUser: '' }
  const orgId = newId(now)
  const staffId = newId(now)
  const created = { createdAt: now, updatedAt: now }
  try {
    await db.batch([
      db.insert(organisations).values({ id: orgId, path: '0001', name, createdAt: now }),
      db.insert(staff).values({ id: staffId, ...administrator, ...created }),
      db
        .insert(roleGrants)
        .values({ staffId, orgId, orgPath: '0001', role: 'administrator', createdAt: now }),
      db.insert(settings).values(
        Object.entries({ name, zone, address, mail }).map(([key, value]) => ({
          key,
          value,
          updatedAt: now,
        })),
      ),
      ...calendar(db, now),
      ...founding.forms.flatMap((form) => withSite(db, now, orgId, form)),
      auditEntry({ db, now, by: { id: staffId } }, 'founded', name.zh),
    ])
    return staffId
  } catch (error) {
    if (isConflict(error)) return null
    throw error
  } finally {
    forgetRules()
  }
}

function calendar(db: Db, now: Date): Statement[] {
  const year = now.getUTCFullYear()
  return [year - 1, year, year + 1].flatMap((it) => {
    const known = knownYear(it)
    if (!known) return []
    return [
      db
        .insert(calendarYears)
        .values({ ...known, updatedAt: now })
        .onConflictDoUpdate({ target: calendarYears.year, set: { updatedAt: sql`excluded.updated_at` } }),
    ]
  })
}

function withSite(db: Db, now: Date, orgId: string, form: Founding['forms'][number]): Statement[] {
  const formId = newId(now)
  const versionId = newId(now)
  return [
    db.insert(forms).values({ id: formId, slug: form.slug, currentVersionId: versionId, createdAt: now }),
    db
      .insert(formVersions)
      .values({ id: versionId, formId, number: 1, definition: form.definition, publishedAt: now }),
    db.insert(sites).values({ code: form.siteCode, formId, orgId, place: form.place, createdAt: now }),
  ]
}
