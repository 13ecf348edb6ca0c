import { and, eq, sql } from 'drizzle-orm'
import type { Db, Statement } from '../../db/client.ts'
import { isConflict } from '../../db/conflict.ts'
import { newId } from '../../db/id.ts'
import { forms, formVersions, workingCopies } from '../../db/tables/forms.ts'
import { staff } from '../../db/tables/orgs.ts'
import { administersAll } from '../../orgs/administering.ts'
import { auditEntry, auditRow, type Office } from '../../orgs/auditing.ts'
import { isObject, type Json } from '../json.ts'
import { forgetForms } from '../kept-forms.ts'
import { writtenOut } from '../stored-definitions.ts'
import { type Publishing, publish } from '../versions.ts'

export type WorkingCopy = typeof workingCopies.$inferSelect

/** The next version of a form as somebody is writing it, with who changed it last; null where nobody is. */
export async function workingCopyOf(db: Db, id: string): Promise<(WorkingCopy & { by: string }) | null> {
  const row = await db
    .select({ copy: workingCopies, by: staff.name })
    .from(workingCopies)
    .leftJoin(staff, eq(staff.id, workingCopies.changedBy))
    .where(eq(workingCopies.id, id))
    .get()
  return row ? { ...row.copy, by: row.by ?? '' } : null
}

export type Begun =
  | { ok: true; id: string }
  | { ok: false; why: 'not_allowed' | 'slug_invalid' | 'slug_taken' }

/** Begins a form that was not there, under a slug that no other has; nobody fills it in before it is published. */
export async function beginForm(office: Office, slug: string, definition: Json): Promise<Begun> {
  const { db, now, by } = office
  if (!administersAll(by)) return { ok: false, why: 'not_allowed' }
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(slug)) return { ok: false, why: 'slug_invalid' }
  const taken = await db.select({ id: forms.id }).from(forms).where(eq(forms.slug, slug)).get()
  if (taken) return { ok: false, why: 'slug_taken' }
  const id = newId(now)
  try {
    await db.batch([
      db.insert(workingCopies).values({ id, slug, definition, changedAt: now, changedBy: by.id }),
      auditRow(office, 'form_begun', slug),
    ])
  } catch (error) {
    if (isConflict(error)) return { ok: false, why: 'slug_taken' }
    throw error
  }
  return { ok: true, id }
}

/**
 * Begins the next version of a form with what one of its versions asks: the current one, or an earlier one that is to come
 * back. Where somebody has begun already, his copy stands; false where there is nothing to begin with.
 */
export async function beginVersion(office: Office, formId: string, number?: number): Promise<boolean> {
  const { db, now, by } = office
  if (!administersAll(by)) return false
  const which =
    number === undefined ? eq(formVersions.id, forms.currentVersionId) : eq(formVersions.number, number)
  const found = await db
    .select({ slug: forms.slug, definition: formVersions.definition })
    .from(forms)
    .innerJoin(formVersions, and(eq(formVersions.formId, forms.id), which))
    .where(eq(forms.id, formId))
    .get()
  const written = found && writtenOut(found.definition)
  if (!found || !isObject(written)) return false
  const definition = withTranslated(written, found.definition)
  const copy = { id: formId, slug: found.slug, definition, changedAt: now, changedBy: by.id }
  await db.insert(workingCopies).values(copy).onConflictDoNothing()
  return true
}

/** A form that goes on knowing of what each translation was made. */
function withTranslated(written: Json, published: unknown): Json {
  const translated = isObject(published) ? published.translated : undefined
  return translated === undefined ? written : { ...written, translated }
}

/** Whoever changes what another one has changed since gets nothing of it undone, and is told. */
export type Changed = { ok: true; turn: number } | { ok: false; why: 'not_allowed' | 'changed_meanwhile' }

/** Puts a definition in the place of the one that stood at a turn. */
export async function changeCopy(
  { db, now, by }: Office,
  { id, turn }: Pick<WorkingCopy, 'id' | 'turn'>,
  definition: Json,
): Promise<Changed> {
  if (!administersAll(by)) return { ok: false, why: 'not_allowed' }
  const [row] = await db
    .update(workingCopies)
    .set({ definition, turn: sql`turn + 1`, changedAt: now, changedBy: by.id })
    .where(and(eq(workingCopies.id, id), eq(workingCopies.turn, turn)))
    .returning({ turn: workingCopies.turn })
  return row ? { ok: true, turn: row.turn } : { ok: false, why: 'changed_meanwhile' }
}

/** Throws away what is written of the next version; what is published stays. */
export async function discardCopy(office: Office, { id, turn, slug }: WorkingCopy): Promise<Changed> {
  const { db, by } = office
  if (!administersAll(by)) return { ok: false, why: 'not_allowed' }
  const [rows] = await db.batch([
    db
      .delete(workingCopies)
      .where(and(eq(workingCopies.id, id), eq(workingCopies.turn, turn)))
      .returning({ turn: workingCopies.turn }),
    auditRow(office, 'form_discarded', slug),
  ])
  return rows.length > 0 ? { ok: true, turn } : { ok: false, why: 'changed_meanwhile' }
}

export type PublishedCopy = Publishing | { ok: false; why: 'not_allowed' | 'changed_meanwhile' }

/**
 * Publishes what was written as the next version, as it stood at a turn; then there is no copy any more. `besides` is what
 * else is to be done in the same batch.
 */
export async function publishCopy(
  office: Office,
  { id, turn }: { id: string; turn: number },
  besides: Statement[] = [],
): Promise<PublishedCopy> {
  const { db, now, by } = office
  if (!administersAll(by)) return { ok: false, why: 'not_allowed' }
  const copy = await workingCopyOf(db, id)
  if (copy?.turn !== turn) return { ok: false, why: 'changed_meanwhile' }
  const { slug, definition } = copy
  // What somebody writes in this moment stays, as a change of what is published now.
  const gone = db.delete(workingCopies).where(and(eq(workingCopies.id, id), eq(workingCopies.turn, turn)))
  const also = [auditEntry(office, 'form_published', slug), gone, ...besides]
  const published = await publish(db, { slug, definition, now, formId: id, also })
  if (published.ok) forgetForms()
  return published
}
