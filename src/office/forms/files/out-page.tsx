import type { Staff } from '../../../orgs/staff.ts'
import type { View } from '../../../ui/view.ts'
import { query, urls } from '../../../urls.ts'
import { OfficePage } from '../../frame.tsx'
import { type Standing, titleOf } from './form-as-it-stands.ts'

interface Props {
  view: View
  staff: Staff
  it: Standing
}

/** A form to be taken out as a file. */
export function OutPage({ view, staff, it }: Props) {
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
      <p>
        <a href={urls.formSchema}>{t.schema}</a>
      </p>
    </OfficePage>
  )
}
