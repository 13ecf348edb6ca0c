import {
  countable,
  isOfKind,
  mostParts,
  type Part,
  partsOf,
  type Reckoning,
  reckoningOf,
  ways,
} from '../../../forms/building/reckonings.ts'
import { conditionsOf, valuesOf } from '../../../forms/building/sentences.ts'
import { bilingualFrom, type Working } from '../../../forms/building/working.ts'
import { Radios, Select } from '../../../ui/fields/chosen.tsx'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextField } from '../../../ui/fields/typed.tsx'
import { urls } from '../../../urls.ts'
import { termIn } from './in-sentences.ts'
import { inWords } from './in-words.ts'
import { Removing } from './removing.tsx'
import { TooRich } from './sentence-lines.tsx'
import { TextPair } from './text-pair.tsx'
import { type Making, Part as Page, PartForm } from './with-copy.tsx'

/** A value: what it is called, whether it is money, and how it is worked out, in a sentence. */
export function ValueTask(it: Making) {
  const { c, copy, working } = it
  const id = c.req.param('value') ?? ''
  const value = valuesOf(working)[id]
  if (!value) return null
  const { view } = c.var
  const t = view.m.reckoning
  const [name, isMoney, said] = [bilingualFrom(value.name), value.kind === 'money', reckoningOf(value.of)]
  const words = termIn({ view, working }, value.of, isMoney)
  return (
    <Page
      it={it}
      title={inWords(view, name, id)}
      up={<a href={urls.officeFormLogic(copy.id)}>{view.m.builder.task.logic}</a>}
    >
      {said && <p class="lead">{words}</p>}
      <PartForm it={it} action={urls.officeFormValue(copy.id, id)}>
        <TextPair view={view} at="name" label={t.name} value={name} error={it.errors['name-zh']} />
        <Radios
          view={view}
          name="kind"
          label={t.kind}
          value={isMoney ? 'money' : 'number'}
          options={(['number', 'money'] as const).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        {said ? (
          <Sentence it={it} id={id} said={said} isMoney={isMoney} />
        ) : (
          <TooRich it={it} words={words} />
        )}
        <p class="row">
          <Submit name="act" value="save">
            {view.m.common.save}
          </Submit>
          {said && said.parts.length < partsOf(said.way).most && (
            <Submit quiet name="act" value="more">
              {t.more}
            </Submit>
          )}
        </p>
        <Removing label={t.remove} means={t.removeLead} />
      </PartForm>
    </Page>
  )
}

function Sentence({ it, id, said, isMoney }: { it: Making; id: string; said: Reckoning; isMoney: boolean }) {
  const { view } = it.c.var
  const t = view.m.reckoning
  const conditions = Object.entries(conditionsOf(it.working))
  const isSame = isMoney && isOfKind(said.way)
  return (
    <>
      <Select
        view={view}
        name="way"
        label={t.way}
        value={said.way}
        options={ways.map((way) => ({ value: way, label: t.ways[way] }))}
      />
      {said.parts.slice(0, mostParts).map((part, at) => (
        <PartField it={it} id={id} at={`part-${at}`} label={t.part(at + 1)} part={part} isMoney={isSame} />
      ))}
      {conditions.length > 0 && (
        <details open={said.unless !== null}>
          <summary>{t.onlyIf}</summary>
          <Select
            view={view}
            name="unless"
            label={t.condition}
            empty={view.m.builder.logic.none}
            value={said.unless?.condition ?? ''}
            options={conditions.map(([one, { name }]) => ({
              value: one,
              label: inWords(view, bilingualFrom(name), one),
            }))}
          />
          <PartField
            it={it}
            id={id}
            at="otherwise"
            label={t.otherwise}
            part={said.unless?.instead ?? 0}
            isMoney={isMoney}
          />
        </details>
      )}
    </>
  )
}

interface FieldOfPart {
  it: Making
  id: string
  at: string
  label: string
  part: Part
  isMoney: boolean
}

/** What is counted: an answer, another value, an age, or a number that is written beside it. */
function PartField({ it: { c, working }, id, at, label, part, isMoney }: FieldOfPart) {
  const { view } = c.var
  const t = view.m.reckoning
  const shown = typeof part === 'number' ? String(isMoney ? part / 100 : part) : ''
  return (
    <section class="entry">
      <Select
        view={view}
        name={at}
        label={label}
        empty={t.number}
        value={keyOf(part)}
        options={offersOf(working, id).map(({ part: one }) => ({
          value: keyOf(one),
          label: termIn({ view, working }, one),
        }))}
      />
      <TextField
        view={view}
        name={`${at}-number`}
        label={t.written}
        value={shown}
        inputmode="decimal"
        short
        optional
      />
    </section>
  )
}

/** The parts that may be chosen. */
export function offersOf(working: Working, id: string): { part: Part }[] {
  const { numbers, days } = countable(working, id)
  return [
    ...numbers.map(({ name }) => ({ part: { ref: name } })),
    ...days.map(({ name }) => ({ part: { age: name } })),
  ]
}

/** By what a part is chosen; nothing for a number that is written down. */
export function keyOf(part: Part): string {
  if (typeof part === 'number') return ''
  return 'ref' in part ? `ref-${part.ref}` : `age-${part.age}`
}
