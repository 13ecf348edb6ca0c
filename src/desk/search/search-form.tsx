import { categories, states } from '../../db/vocabulary.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import type { Question } from './sealed-question.ts'

interface Props {
  view: View
  asked: Question
  typed?: Record<string, string> | undefined
  errors: FieldErrors
}

/** One box for a number or for words, and by what else a search is narrowed. */
export function SearchForm({ view, asked, typed, errors }: Props) {
  const t = view.m.search
  const values: Record<string, string | undefined> = typed ?? typedFor(asked)
  const shown = (name: string) => ({ view, name, value: values[name], error: errors[name] })
  const isNarrowed = Object.entries(values).some(([name, value]) => name !== 'words' && value)
  return (
    <form method="post" action={urls.deskSearch} class="finder">
      <TextField {...shown('words')} label={t.words} hint={t.wordsHint} type="search" />
      <details class="finer" open={isNarrowed}>
        <summary>{t.narrow}</summary>
        <div>
          <Select
            {...shown('category')}
            label={view.m.desk.cases.category}
            options={categories.map((value) => ({ value, label: view.m.words.categories[value] }))}
            empty={view.m.desk.cases.anyCategory}
          />
          <Select
            {...shown('state')}
            label={t.state}
            options={states.map((value) => ({ value, label: view.m.words.states[value] }))}
            empty={t.anyState}
          />
          <TextField {...shown('from')} label={t.from} hint={t.dayHint} optional />
          <TextField {...shown('to')} label={t.to} hint={t.dayHint} optional />
          <TextField
            {...shown('employer')}
            label={view.m.desk.cases.employer}
            hint={view.m.desk.cases.employerHint}
            optional
          />
          <TextField {...shown('handler')} label={t.handler} hint={t.handlerHint} optional />
          <TextField {...shown('site')} label={t.site} hint={t.siteHint} short optional />
        </div>
      </details>
      <Submit>{t.submit}</Submit>
    </form>
  )
}

/** The box alone, above a list. */
export function SearchBox({ view }: { view: View }) {
  const t = view.m.search
  return (
    <form method="post" action={urls.deskSearch} class="finder">
      <TextField view={view} name="words" label={t.words} hint={t.wordsHint} type="search" />
      <Submit>{t.submit}</Submit>
    </form>
  )
}

function typedFor({ words, category, state, employer, handler, site, from, to }: Question) {
  return { words, category, state, employer: employer?.name, handler: handler?.name, site, from, to }
}
