import {
  comparableTo,
  isAlone,
  lookedAt,
  relationsOf,
  type Sentence,
  type Sentences,
} from '../../../forms/building/sentences.ts'
import { bilingualFrom, type WorkingField } from '../../../forms/building/working.ts'
import { asList, isObject } from '../../../forms/json.ts'
import { Radios, Select } from '../../../ui/fields/chosen.tsx'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextField } from '../../../ui/fields/typed.tsx'
import { relationIn, valueIn } from './in-sentences.ts'
import { inWords } from './in-words.ts'
import type { Making } from './with-copy.tsx'

/** The sentences of a condition, each with the control that fits its question. */
export function SentenceLines({ it, said }: { it: Making; said: Sentences }) {
  const { view } = it.c.var
  const t = view.m.builder.logic
  return (
    <>
      {said.lines.length > 1 && (
        <Radios
          view={view}
          name="joined"
          label={t.joined}
          value={said.joined}
          options={(['and', 'or'] as const).map((value) => ({ value, label: t.joinedAs[value] }))}
        />
      )}
      {said.lines.map((line, at) => {
        const field = lookedAt(it.working, line.question)
        return (
          <section class="entry">
            <h2>{field ? inWords(view, field.label) : line.question}</h2>
            {field ? <Line it={it} at={at} field={field} line={line} /> : <p>{t.gone}</p>}
            {said.lines.length > 1 && (
              <Submit quiet name="act" value={`drop-${at}`}>
                {t.dropLine}
              </Submit>
            )}
          </section>
        )
      })}
    </>
  )
}

function Line({ it, at, field, line }: { it: Making; at: number; field: WorkingField; line: Sentence }) {
  const { view } = it.c.var
  const t = view.m.builder.logic
  const offered = offersOf(it, field)
  const relations = relationsOf(field)
  const compares = relations.some((one) => !isAlone(one))
  const others = comparableTo(it.working, field)
  return (
    <>
      <Select
        view={view}
        name={`relation-${at}`}
        label={t.relation}
        value={line.relation}
        options={relations.map((value) => ({ value, label: relationIn(view, field, value) }))}
      />
      {compares && offered && (
        <Select
          view={view}
          name={`value-${at}`}
          label={t.value}
          value={String(line.value ?? '')}
          options={offered}
        />
      )}
      {compares && !offered && (
        <TextField
          view={view}
          name={`value-${at}`}
          label={t.value}
          hint={field.type === 'date' ? t.dayHint : undefined}
          value={valueIn(view, field, line.value)}
          short
        />
      )}
      {compares && others.length > 0 && (
        <Select
          view={view}
          name={`other-${at}`}
          label={t.other}
          empty={t.noOther}
          value={isObject(line.value) ? line.value.ref : ''}
          options={others.map((one) => ({ value: one.name, label: inWords(view, one.label, one.name) }))}
        />
      )}
    </>
  )
}

/** What may be chosen of a question, with the values by which it is compared. */
function offersOf({ c }: Making, field: WorkingField) {
  const { view } = c.var
  const { yes, no } = view.m.common
  if (field.type === 'yes_no')
    return [
      { value: 'true', label: yes },
      { value: 'false', label: no },
    ]
  if (!Array.isArray(field.options)) return null
  return asList(field.options)
    .filter(isObject)
    .map(({ value, label }) => ({
      value: String(value),
      label: inWords(view, bilingualFrom(label), String(value)),
    }))
}

/** What says more than sentences can: to be read, and kept as it is. */
export function TooRich({ it, words }: { it: Making; words: string }) {
  const { asText } = it.c.var.view.m.builder.logic
  return (
    <>
      <p class="lead">{words}</p>
      <p class="quiet">{asText}</p>
    </>
  )
}
