import { and, asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { forms, formVersions, sites } from '../db/tables/forms.ts'
import { enterprises } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import { urls } from '../urls.ts'
import { type Opening, openNow } from './opening.ts'

export interface Listed {
  href: string
  title: Bilingual
  note?: Bilingual
}

/** In the shape of now, and in the first. */
const title = sql<string>`coalesce(
  json_extract(${formVersions.definition}, '$.title'),
  json_object(
    'zh', json_extract(${formVersions.definition}, '$.texts.zh."form.title"'),
    'en', json_extract(${formVersions.definition}, '$.texts.en."form.title"')))`

/** The open forms by the title of their current version, oldest first. */
export async function listForms(db: Db, now: Date): Promise<Listed[]> {
  const rows = await db
    .select({ slug: forms.slug, title })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .where(openNow(forms, now))
    .orderBy(asc(forms.createdAt), sql`${forms}.rowid`)
    .limit(12)
  return rows.map((row) => ({ href: urls.form(row.slug), title: JSON.parse(row.title) }))
}

/** Every form, open or not, by the title of its current version, oldest first. */
export async function formsByTitle(
  db: Db,
): Promise<(Opening & { id: string; slug: string; title: Bilingual })[]> {
  const { id, slug, open, opensAt, closesAt } = forms
  const rows = await db
    .select({ id, slug, open, opensAt, closesAt, title })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .orderBy(asc(forms.createdAt), sql`${forms}.rowid`)
    .limit(200)
  return rows.map((row) => ({ ...row, title: JSON.parse(row.title) }))
}

/** Some open sites of a demo, by form and place. */
export async function listDemoSites(db: Db, now: Date): Promise<Listed[]> {
  const rows = await db
    .select({ code: sites.code, place: sites.place, title, enterprise: enterprises.name })
    .from(sites)
    .innerJoin(forms, eq(forms.id, sites.formId))
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .leftJoin(enterprises, and(eq(enterprises.id, sites.enterpriseId), eq(enterprises.status, 'approved')))
    .where(and(openNow(forms, now), openNow(sites, now)))
    .orderBy(asc(sites.code))
    .limit(12)
  return rows.map((row) => {
    const form: Bilingual = JSON.parse(row.title)
    const at = row.enterprise ?? row.place
    return {
      href: urls.site(row.code),
      title: { zh: `${form.zh} · ${at.zh}`, en: `${form.en} · ${at.en}` },
      note: { zh: row.code, en: row.code },
    }
  })
}
