import { and, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import { forms, formVersions } from '../../db/tables/forms.ts'
import type { StaffEnv } from '../../env.ts'

/** The version of a form that is asked now; undefined where it was never published. */
export async function currentVersion(c: Context<StaffEnv>, formId: string) {
  const row = await c.var.db
    .select({ version: formVersions })
    .from(forms)
    .innerJoin(formVersions, eq(formVersions.id, forms.currentVersionId))
    .where(eq(forms.id, formId))
    .get()
  return row?.version
}

/** The version of a form that has this number. */
export async function versionNumbered(c: Context<StaffEnv>, formId: string, number: number) {
  const which = and(eq(formVersions.formId, formId), eq(formVersions.number, number))
  return await c.var.db.select().from(formVersions).where(which).get()
}
