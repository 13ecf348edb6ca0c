import type { Lost } from '../../../forms/xlsform/sheets.ts'
import type { Staff } from '../../../orgs/staff.ts'
import type { View } from '../../../ui/view.ts'
import { query, urls } from '../../../urls.ts'
import { OfficePage } from '../../frame.tsx'
import { type Standing, titleOf } from './form-as-it-stands.ts'
import { LostList } from './lost-list.tsx'

interface Props {
  view: View
  staff: Staff
  it: Standing
  /** What an XLSForm does not say of it; null where it cannot be read yet. */
  lost: Lost[] | null
}

/** A form to be taken out as a file. */
export function OutPage({ view, staff, it, lost }: Props) {
  const t = view.m.formFiles.out
  const { id, number } = it
  const version = query({ version: number ?? undefined })
  return (
    <OfficePage view={view} staff={staff} title={t.title}>
      <p class="row">
        <a href={urls.officeForm(id)}>{titleOf(it, view.locale)}</a>
      </p>
      <p class="lead">{number === null ? t.working : t.version(number)}</p>
      <p>{t.lead}</p>
      <h2>JSON</h2>
      <p>{t.jsonLead}</p>
      <p>
        <a class="button" href={urls.officeFormJson(id) + version}>
          {t.json}
        </a>
      </p>
      <p class="row">
        <a href={urls.formSchema}>{t.schema}</a>
      </p>
      <h2>XLSForm</h2>
      <p>{lost ? t.xlsxLead : t.unread}</p>
      {lost && (
        <>
          <p>
            <a class="button" href={urls.officeFormXlsx(id) + version}>
              {t.xlsx}
            </a>
          </p>
          <details>
            <summary>{t.lost(lost.length)}</summary>
            <LostList view={view} lost={lost} />
          </details>
        </>
      )}
    </OfficePage>
  )
}
