import type { Staff } from '../../orgs/staff.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'

/** For people of the office without a role that reads cases. */
export function NoCasesPage({ view, staff }: { view: View; staff: Staff }) {
  const t = view.m.desk.noCases
  return (
    <DeskPage view={view} staff={staff} title={t.title}>
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      <p>
        <a class="button" href={urls.office}>
          {t.toOffice}
        </a>
      </p>
    </DeskPage>
  )
}
