import type { Filing } from '../../exports/reading-filings.ts'
import { fieldsOf } from '../../forms/definition.ts'
import { showAnswers } from '../../forms/show-answers.ts'
import { Day } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'

/** Filings one below the other, each with all that was answered; a long answer stands whole on the page of its case. */
export function FilingList({ view, filings }: { view: View; filings: Filing[] }) {
  return (
    <ul class="list filings">
      {filings.map((filing) => (
        <Filed view={view} filing={filing} />
      ))}
    </ul>
  )
}

function Filed({ view, filing }: { view: View; filing: Filing }) {
  const { id, number, category, state, createdAt, version, without } = filing
  const t = view.m.answers
  const { words } = view.m
  return (
    <li>
      <a class="what" href={urls.deskCase(id)}>
        {view.m.desk.case.number(number)} · {words.categories[category]}
      </a>
      <p class="hint">
        <Day view={view} at={createdAt} /> · {words.states[state]} · {t.oneVersion(version.number)}
      </p>
      {without && <p class="quiet">{t.notes[without]}</p>}
      <dl class="given">
        {given(view, filing).map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** Without what everybody who files has agreed to: it tells nothing of the one. */
function given(view: View, { version: { definition }, answers }: Filing) {
  if (!definition) return []
  const agreed = new Set(fieldsOf(definition).flatMap(({ type, name }) => (type === 'consent' ? [name] : [])))
  return showAnswers(definition, answers, view.locale, view.m.common)
    .flatMap(({ rows }) => rows)
    .filter(({ name }) => !agreed.has(name))
}
