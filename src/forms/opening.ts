import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { forms, sites } from '../db/tables/forms.ts'
import { administers, administersAll } from '../orgs/administering.ts'
import { auditRow, type Office } from '../orgs/auditing.ts'
import { forgetForms } from './kept-forms.ts'
import type { Opened } from './versions.ts'

/** Whether anything can be filed at a form or a site now. */
export function isOpen({ form, site }: Pick<Opened, 'form' | 'site'>, now: Date): boolean {
  const hasBegun = form.opensAt === null || form.opensAt <= now
  const isOver = form.closesAt !== null && form.closesAt <= now
  return form.open && hasBegun && !isOver && (site?.open ?? true)
}

/** SQL: the same of forms by themselves. */
export function openForms(now: Date) {
  const { open, opensAt, closesAt } = forms
  return and(eq(open, true), or(isNull(opensAt), lte(opensAt, now)), or(isNull(closesAt), gt(closesAt, now)))
}

/**
 * From when on and until when a form takes anything while it is open; null where that is not bounded. False when forms are
 * not his to keep.
 */
export async function limitForm(
  office: Office,
  form: { id: string; slug: string },
  { opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null },
): Promise<boolean> {
  const { db, by } = office
  if (!administersAll(by)) return false
  await db.batch([
    db.update(forms).set({ opensAt, closesAt }).where(eq(forms.id, form.id)),
    auditRow(office, 'form_dated', form.slug),
  ])
  forgetForms()
  return true
}

/** Opens a form to workers, or closes it with all its sites. False when forms are not his to keep. */
export async function openOrCloseForm(
  office: Office,
  form: { id: string; slug: string },
  open: boolean,
): Promise<boolean> {
  const { db, by } = office
  if (!administersAll(by)) return false
  await db.batch([
    db.update(forms).set({ open }).where(eq(forms.id, form.id)),
    auditRow(office, open ? 'form_opened' : 'form_closed', form.slug),
  ])
  forgetForms()
  return true
}

/** Opens a site, or closes it: its code then says that nothing is taken here. False when it is out of reach. */
export async function openOrCloseSite(
  office: Office,
  site: { code: string; org: { path: string } },
  open: boolean,
): Promise<boolean> {
  const { db, by } = office
  if (!administers(by, site.org.path)) return false
  await db.batch([
    db.update(sites).set({ open }).where(eq(sites.code, site.code)),
    auditRow(office, open ? 'site_opened' : 'site_closed', site.code),
  ])
  forgetForms()
  return true
}
