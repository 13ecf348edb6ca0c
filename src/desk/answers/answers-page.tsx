import type { Bilingual } from '../../db/vocabulary.ts'
import type { Part } from '../../exports/answer-parts.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Empty, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'

interface Props {
  view: View
  staff: Staff
  form: { id: string; title: Bilingual }
  parts: Part[]
}

/** The answers of a form as far as this person sees them, to be taken as a table, in parts where they are many. */
export function AnswersPage({ view, staff, form, parts }: Props) {
  const t = view.m.desk.answers
  const title = form.title[view.locale]
  const last = parts.at(-1)
  return (
    <DeskPage view={view} staff={staff} title={title} at="cases">
      <p class="row">
        <a href={urls.deskForms}>{t.title}</a>
      </p>
      <h1>{title}</h1>
      {!last && <Empty title={t.none} />}
      {last && (
        <>
          <p>{t.count(last.last)}</p>
          <p>{t.without}</p>
          <Notice kind="warning" title={t.careTitle}>
            <p>{t.care}</p>
          </Notice>
          <ul class="list">
            {parts.map((part) => (
              <li>
                <strong class="what">{t.part(part.first, part.last)}</strong>
                <form method="post" action={urls.deskAnswersXlsx(form.id)} class="row">
                  <Hidden name="after" value={part.after ?? ''} />
                  <Submit quiet>
                    {t.takeXlsx}
                    <span class="unseen"> {t.part(part.first, part.last)}</span>
                  </Submit>
                  <Submit quiet to={urls.deskAnswersCsv(form.id)}>
                    {t.takeCsv}
                    <span class="unseen"> {t.part(part.first, part.last)}</span>
                  </Submit>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
    </DeskPage>
  )
}
