import { type Lost, sheetNames } from '../../../forms/xlsform/sheets.ts'
import type { Staff } from '../../../orgs/staff.ts'
import type { View } from '../../../ui/view.ts'
import { urls } from '../../../urls.ts'
import { OfficePage } from '../../frame.tsx'
import { LostList } from './lost-list.tsx'

/** After a file came in: what of it is not said here, so that whoever brought it looks after it. */
export function BroughtPage(props: { view: View; staff: Staff; id: string; lost: readonly Lost[] }) {
  const { view, staff, id, lost } = props
  const t = view.m.formFiles.brought
  return (
    <OfficePage view={view} staff={staff} title={t.title}>
      <p class="lead">{t.lead}</p>
      <LostList view={view} lost={lost.toSorted(byPlace)} />
      <p>
        <a class="button" href={urls.officeForm(id)}>
          {t.go}
        </a>
      </p>
    </OfficePage>
  )
}

/** As whoever holds the file beside them comes by; what has no place of its own stands first. */
function byPlace({ at: a }: Lost, { at: b }: Lost): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined)
  return sheetNames.indexOf(a.sheet) - sheetNames.indexOf(b.sheet) || a.row - b.row
}
