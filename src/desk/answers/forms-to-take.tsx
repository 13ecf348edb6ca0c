import type { Bilingual } from '../../db/vocabulary.ts'
import type { Staff } from '../../orgs/staff.ts'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'

interface Props {
  view: View
  staff: Staff
  forms: { id: string; title: Bilingual }[]
}

/** The forms whose answers can be taken as a table. */
export function FormsToTake({ view, staff, forms }: Props) {
  const t = view.m.answers
  return (
    <DeskPage view={view} staff={staff} title={t.title} at="cases">
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <ul class="list">
        {forms.map(({ id, title }) => (
          <li>
            <a class="what" href={urls.deskAnswers(id)}>
              {title[view.locale]}
            </a>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
