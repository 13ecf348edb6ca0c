import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { forms } from '../../../db/tables/forms.ts'
import type { Locale } from '../../../db/vocabulary.ts'
import type { StaffEnv } from '../../../env.ts'
import { workingFrom } from '../../../forms/building/working.ts'
import { workingCopyOf } from '../../../forms/building/working-copies.ts'
import { isObject, type Json } from '../../../forms/json.ts'
import { writtenOut } from '../../../forms/stored-definitions.ts'
import { currentVersion, versionNumbered } from '../current-version.ts'

/** What is taken out of a form. */
export interface Standing {
  id: string
  slug: string
  written: Json
  /** Null of what somebody is changing. */
  number: number | null
}

/** The version that is asked for; else what somebody is changing; else what is asked now. Null where there is none. */
export async function formAsItStands(c: Context<StaffEnv>): Promise<Standing | null> {
  const { db } = c.var
  const id = c.req.param('id') ?? ''
  const number = c.req.query('version')
  const copy = number === undefined ? await workingCopyOf(db, id) : null
  if (copy) return { id, slug: copy.slug, written: copy.definition, number: null }
  const [form, version] = await Promise.all([
    db.select({ slug: forms.slug }).from(forms).where(eq(forms.id, id)).get(),
    number === undefined ? currentVersion(c, id) : versionNumbered(c, id, Number(number)),
  ])
  const written = version && writtenOut(version.definition)
  return form && version && isObject(written)
    ? { id, slug: form.slug, written, number: version.number }
    : null
}

/** What it is called, as far as it has a name yet. */
export function titleOf({ written, slug }: Standing, locale: Locale): string {
  return workingFrom(written).title[locale] || slug
}
