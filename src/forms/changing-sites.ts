import { and, eq, isNull } from 'drizzle-orm'
import type { AuditAction } from '../db/audit-actions.ts'
import { sites } from '../db/tables/forms.ts'
import { administers } from '../orgs/administering.ts'
import { auditRow, type Office } from '../orgs/auditing.ts'
import { forgetForms } from './kept-forms.ts'
import type { Days } from './opening.ts'

interface KeptSite {
  code: string
  org: { path: string }
}

/**
 * Opens a site, or closes it: its code then says that nothing is taken here. What was replaced stays closed. False when it
 * is out of reach.
 */
export function openOrCloseSite(office: Office, site: KeptSite, open: boolean): Promise<boolean> {
  return change(office, site, { open }, open ? 'site_opened' : 'site_closed')
}

/** Sets the days of a site, within those of its form. False when it is out of reach. */
export function limitSite(office: Office, site: KeptSite, { opensAt, closesAt }: Days): Promise<boolean> {
  return change(office, site, { opensAt, closesAt }, 'site_dated')
}

/** Sets what the office calls a site among its own. False when it is out of reach. */
export function labelSite(office: Office, site: KeptSite, label: string): Promise<boolean> {
  return change(office, site, { label }, 'site_labelled')
}

async function change(
  office: Office,
  site: KeptSite,
  values: Partial<typeof sites.$inferInsert>,
  action: AuditAction,
): Promise<boolean> {
  const { db, by } = office
  if (!administers(by, site.org.path)) return false
  await db.batch([
    db
      .update(sites)
      .set(values)
      .where(and(eq(sites.code, site.code), isNull(sites.successor))),
    auditRow(office, action, site.code),
  ])
  forgetForms()
  return true
}
