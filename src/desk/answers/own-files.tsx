import type { AnswerFile } from '../../exports/asking-for-files.ts'
import { Moment } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

interface Props {
  view: View
  form: { id: string }
  files: AnswerFile[]
}

/** What somebody has had made of the answers to a form, the newest first; nothing where he has not. */
export function OwnFiles({ view, form, files }: Props) {
  const t = view.m.answers
  const own = files.filter(({ formId }) => formId === form.id)
  if (own.length === 0) return null
  return (
    <>
      <h2>{t.yourFiles}</h2>
      <ul class="list">
        {own.map((it) => (
          <li>
            <a class="what" href={urls.deskAnswerTable(form.id, it.id)}>
              {t.kinds[it.kind]} · {t.fileStates[it.state]}
            </a>
            <p class="quiet">
              {t.looked(it.looked, it.total)} · <Moment view={view} at={it.at} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
