import { categories, states } from '../../db/vocabulary.ts'
import type { Choosable } from '../../exports/choosable-options.ts'
import type { KeptVersion } from '../../forms/kept-definitions.ts'
import { Select } from '../../ui/fields/chosen.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { View } from '../../ui/view.ts'
import { type AskedAnswers, chosenValue } from './asked-answers.ts'

interface Props {
  view: View
  asked: AskedAnswers
  /** The page that is narrowed. */
  to: string
  versions: readonly KeptVersion[]
  choosable: Choosable[]
}

/** By what the answers are narrowed; what is chosen is the address of the page. */
export function NarrowingForm({ view, asked, to, versions, choosable }: Props) {
  const t = view.m.answers
  const shown = (name: string) => ({ view, name, value: asked.typed[name], error: asked.errors[name] })
  const isNarrowed = Object.values(asked.typed).some(Boolean)
  return (
    <>
      <details class="finer" open={isNarrowed}>
        <summary>{t.narrow}</summary>
        <form method="get" action={to}>
          <TextField {...shown('from')} label={t.from} hint={view.m.search.dayHint} optional />
          <TextField {...shown('to')} label={t.to} hint={view.m.search.dayHint} optional />
          <Select
            {...shown('category')}
            label={view.m.desk.cases.category}
            options={categories.map((value) => ({ value, label: view.m.words.categories[value] }))}
            empty={view.m.desk.cases.anyCategory}
          />
          <Select
            {...shown('state')}
            label={view.m.search.state}
            options={states.map((value) => ({ value, label: view.m.words.states[value] }))}
            empty={view.m.search.anyState}
          />
          <TextField
            {...shown('site')}
            label={view.m.search.site}
            hint={view.m.search.siteHint}
            short
            optional
          />
          {versions.length > 1 && (
            <Select
              {...shown('version')}
              label={t.version}
              options={versions.map(({ number }) => ({ value: `${number}`, label: t.oneVersion(number) }))}
              empty={t.anyVersion}
            />
          )}
          {choosable.length > 0 && (
            <Select
              {...shown('chosen')}
              label={t.chosen}
              hint={t.chosenHint}
              options={choosable.flatMap(({ name, label, options }) =>
                options.map((it) => ({
                  value: chosenValue({ question: name, value: it.value }),
                  label: `${cut(label)} · ${it.label}`,
                })),
              )}
              empty={t.anyChosen}
            />
          )}
          <Submit>{view.m.desk.cases.apply}</Submit>
        </form>
      </details>
      {isNarrowed && (
        <p class="row">
          <a href={to}>{t.all}</a>
        </p>
      )}
    </>
  )
}

/** Enough of a question to know it by. */
function cut(label: string): string {
  const signs = [...label]
  return signs.length > 24 ? `${signs.slice(0, 24).join('')}…` : label
}
