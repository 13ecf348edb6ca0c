import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db, Statement } from '../db/client.ts'
import { isConflict } from '../db/conflict.ts'
import { newId } from '../db/id.ts'
import { forms, formVersions, sites } from '../db/tables/forms.ts'
import { enterprises, organisations } from '../db/tables/orgs.ts'
import type { Bilingual } from '../db/vocabulary.ts'
import type { Definition } from './definition.ts'
import { asStored, type Read, readDraft } from './drafted-definitions.ts'
import type { Problem } from './faults.ts'
import { isObject } from './json.ts'
import type { Opening } from './opening.ts'
import { countOptions } from './option-counts.ts'
import { kindsChanged, withRetired } from './retiring.ts'
import { readStored } from './stored-definitions.ts'
import { storedFrom } from './stored-shape.ts'
import { withTranslations } from './translations.ts'
import { upgraded } from './upgrading/upgrade.ts'

export interface Place {
  id: string
  path: string
}

/** A form as a worker meets it: at a site, or by its own name. */
export interface Opened {
  form: Opening & {
    id: string
    slug: string
    /** Whether there are places of which there may be none left. */
    isCounted: boolean
  }
  version: { id: string; number: number; definition: Definition }
  site: (Opening & { code: string; place: Bilingual; successor: (Opening & { code: string }) | null }) | null
  /** The organisation that a case goes to when nothing nearer is known: the site's, else the root. */
  org: (Place & { name: Bilingual }) | null
  /** The employer that the site stands for, with its union. */
  enterprise: { id: string; name: Bilingual; org: Place } | null
}

const union = alias(organisations, 'union_of_enterprise')
const next = alias(sites, 'successor')

const formColumns = {
  form: {
    id: forms.id,
    slug: forms.slug,
    open: forms.open,
    opensAt: forms.opensAt,
    closesAt: forms.closesAt,
    isCounted: sql<boolean>`exists (select 1 from quotas where quotas.form_id = ${forms.id})`.mapWith(
      Boolean,
    ),
  },
  version: { id: formVersions.id, number: formVersions.number, definition: formVersions.definition },
  org: { id: organisations.id, path: organisations.path, name: organisations.name },
}

const { code, open, opensAt, closesAt } = sites
const siteColumns = { code, place: sites.place, open, opensAt, closesAt }
const nextColumns = { code: next.code, open: next.open, opensAt: next.opensAt, closesAt: next.closesAt }

/** The form of a site, in one statement; null when no such code was ever given out. */
export async function openSite(db: Db, code: string): Promise<Opened | null> {
  const row = await db
    .select({
      ...formColumns,
      site: siteColumns,
      successor: nextColumns,
      enterprise: { id: enterprises.id, name: enterprises.name },
      union: { id: union.id, path: union.path },
    })
    .from(sites)
    .innerJoin(forms, eq(forms.id, sites.formId))
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .leftJoin(next, eq(next.code, sites.successor))
    .leftJoin(organisations, eq(organisations.id, sites.orgId))
    .leftJoin(enterprises, and(eq(enterprises.id, sites.enterpriseId), eq(enterprises.status, 'approved')))
    .leftJoin(union, eq(union.id, enterprises.orgId))
    .where(eq(sites.code, code))
    .get()
  if (!row) return null
  const { enterprise, union: org, site, successor, ...rest } = row
  return {
    ...rest,
    site: { ...site, successor },
    version: checked(rest.version),
    enterprise: enterprise && org ? { ...enterprise, org } : null,
  }
}

/** A form by its slug, in one statement; its cases start at the root of the tree. */
export async function openForm(db: Db, slug: string): Promise<Opened | null> {
  const row = await db
    .select(formColumns)
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .leftJoin(organisations, sql`${organisations.parentId} is null`)
    .where(eq(forms.slug, slug))
    .get()
  return row ? { ...row, version: checked(row.version), site: null, enterprise: null } : null
}

/** One version of a form, current or not; null when it is not that form's. */
export async function loadVersion(
  db: Db,
  formId: string,
  versionId: string,
): Promise<Opened['version'] | null> {
  const row = await db
    .select(formColumns.version)
    .from(formVersions)
    .where(and(eq(formVersions.id, versionId), eq(formVersions.formId, formId)))
    .get()
  return row ? checked(row) : null
}

export type Publishing =
  | { ok: true; formId: string; versionId: string; number: number }
  | { ok: false; why: 'invalid'; problems: Problem[] }
  | { ok: false; why: 'conflict' }

/**
 * Publishes a definition under a slug: a new form, or the next version of the one that has it. What was
 * published before never changes. `conflict` when somebody else published the same number just now. A new form goes under
 * `formId`, where it had an id before.
 */
export async function publish(
  db: Db,
  {
    slug,
    definition,
    now,
    formId: newFormId = newId(now),
    also = [],
  }: { slug: string; definition: unknown; now: Date; formId?: string; also?: Statement[] },
): Promise<Publishing> {
  const before = await db
    .select({ id: forms.id, latest: formVersions.number, definition: formVersions.definition })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.formId, forms.id))
    .where(eq(forms.slug, slug))
    .orderBy(desc(formVersions.number))
    .limit(1)
    .get()
  const result = readNext(before && readStored(before.definition), definition)
  if (!result.ok) return { ok: false, why: 'invalid', problems: result.problems }
  const earlier = before && isObject(before.definition) ? upgraded(before.definition) : null
  const stored = await withTranslations(result.stored, madeFrom(definition) ?? earlier)
  const formId = before?.id ?? newFormId
  const version = { id: newId(now), formId, number: (before?.latest ?? 0) + 1 }
  const form = before
    ? db.update(forms).set({ currentVersionId: version.id }).where(eq(forms.id, formId))
    : db.insert(forms).values({ id: formId, slug, currentVersionId: version.id, createdAt: now })
  try {
    await db.batch([
      db.insert(formVersions).values({ ...version, definition: stored, publishedAt: now }),
      form,
      ...countOptions(db, formId, result.definition),
      ...also,
    ])
  } catch (error) {
    if (isConflict(error)) return { ok: false, why: 'conflict' }
    throw error
  }
  return { ok: true, formId, versionId: version.id, number: version.number }
}

/** A working copy that knows of what its translations were made. */
function madeFrom(definition: unknown) {
  return isObject(definition) && 'translated' in definition ? asStored(definition) : null
}

/** Reads the next version of a form: it keeps what the one before it asked, and each name its kind. */
export function readNext(before: Definition | null | undefined, definition: unknown): Read {
  const read = readDraft(definition)
  if (!read.ok || !before) return read
  const problems = kindsChanged(before, read.definition)
  return problems.length > 0
    ? { ok: false, problems }
    : readDraft(storedFrom(withRetired(before, read.definition)))
}

/** Where nothing can be made of it, whoever asked cannot go on: it is told like any failure of ours, with the ways left. */
function checked(version: { id: string; number: number; definition: unknown }): Opened['version'] {
  const definition = readStored(version.definition)
  if (!definition) throw new Error(`Nothing can be made of the definition of version ${version.id}`)
  return { ...version, definition }
}
