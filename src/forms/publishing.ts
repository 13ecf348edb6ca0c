import { eq } from 'drizzle-orm'
import { forms } from '../db/tables/forms.ts'
import { administersAll } from '../orgs/administering.ts'
import { auditRow, type Office } from '../orgs/auditing.ts'
import { forgetForms } from './kept-forms.ts'
import { type Publishing, publish } from './versions.ts'

export type Published =
  | Publishing
  | { ok: false; why: 'not_json'; from: Place | null }
  | { ok: false; why: 'not_allowed' | 'slug_invalid' | 'slug_taken' }

/** Publishes a definition, written as JSON, under a slug that no form has yet. */
export async function publishForm(office: Office, slug: string, json: string): Promise<Published> {
  if (!administersAll(office.by)) return { ok: false, why: 'not_allowed' }
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(slug)) return { ok: false, why: 'slug_invalid' }
  const taken = await office.db.select({ id: forms.id }).from(forms).where(eq(forms.slug, slug)).get()
  return taken ? { ok: false, why: 'slug_taken' } : await publishVersion(office, { slug }, json)
}

/** Publishes a definition, written as JSON, as the next version of a form. */
export async function publishVersion(
  office: Office,
  { slug }: { slug: string },
  json: string,
): Promise<Published> {
  const { db, now, by } = office
  if (!administersAll(by)) return { ok: false, why: 'not_allowed' }
  let definition: unknown
  try {
    definition = JSON.parse(json)
  } catch (error) {
    return { ok: false, why: 'not_json', from: placeOf(error, json) }
  }
  const published = await publish(db, {
    slug,
    definition,
    now,
    also: [auditRow(office, 'form_published', slug)],
  })
  if (published.ok) forgetForms()
  return published
}

interface Place {
  line: number
  column: number
}

/** Where the reading ended, as far as the engine says so. */
function placeOf(error: unknown, json: string): Place | null {
  const [, at] = /at position (\d+)/.exec(String(error)) ?? []
  if (at === undefined) return null
  const lines = json.slice(0, Number(at)).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
