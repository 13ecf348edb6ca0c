import type { Part } from '../../exports/answer-parts.ts'
import type { AnswerFile } from '../../exports/asking-for-files.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Empty, Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { DeskPage } from '../frame.tsx'
import { narrowingQuery } from './asked-answers.ts'
import { NarrowingForm } from './narrowing-form.tsx'
import type { OpenedForm } from './opened-form.ts'
import { OwnFiles } from './own-files.tsx'

interface Props {
  view: View
  staff: Staff
  opened: OpenedForm
  parts: Part[]
  /** What he has had made. */
  files: AnswerFile[]
  /** That another one was asked for, and he has as many as he may. */
  hasTooMany: boolean
}

/** The answers of a form as far as this person sees them, to be taken as a table, in parts where they are many. */
export function TablesPage({ view, staff, opened, parts, files, hasTooMany }: Props) {
  const t = view.m.answers
  const { form, wanted } = opened
  const title = form.title[view.locale]
  const last = parts.at(-1)
  const narrowed = narrowingQuery(wanted.narrowing)
  return (
    <DeskPage view={view} staff={staff} title={`${t.takeTitle} · ${title}`} at="cases">
      <p class="row">
        <a href={urls.deskAnswers(form.id) + query(narrowed)}>{title}</a>
      </p>
      <h1>{t.takeTitle}</h1>
      {hasTooMany && (
        <Notice kind="warning" title={t.tooMany}>
          <p>{t.tooManyText}</p>
        </Notice>
      )}
      <NarrowingForm view={view} to={urls.deskAnswerTables(form.id)} {...opened} />
      {!last && <Empty title={Object.keys(wanted.narrowing).length > 0 ? t.noneSuch : t.none} />}
      {last && (
        <>
          <p>{t.count(last.last)}</p>
          {wanted.narrowing.chosen && <p>{t.chosenInFile}</p>}
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
                  <NarrowingKept narrowed={narrowed} />
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
          {parts.length > 1 && (
            <form method="post" action={urls.deskAnswerTables(form.id)}>
              <h2>{t.fileTitle}</h2>
              <p>{t.fileLead(last.last)}</p>
              <NarrowingKept narrowed={narrowed} />
              <p class="row">
                <Submit name="kind" value="xlsx">
                  {t.makeXlsx}
                </Submit>
                <Submit name="kind" value="csv" quiet>
                  {t.makeCsv}
                </Submit>
              </p>
            </form>
          )}
        </>
      )}
      <OwnFiles view={view} form={form} files={files.filter(({ kind }) => kind !== 'summary')} />
    </DeskPage>
  )
}

/** In a form: what the answers are narrowed to. */
export function NarrowingKept({ narrowed }: { narrowed: ReturnType<typeof narrowingQuery> }) {
  return (
    <>
      {Object.entries(narrowed).map(
        ([name, value]) => value !== undefined && <Hidden name={name} value={value} />,
      )}
    </>
  )
}
