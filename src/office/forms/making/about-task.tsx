import { categories, modes, processes } from '../../../db/vocabulary.ts'
import { bilingualFrom, fillerOf, type Working } from '../../../forms/building/working.ts'
import { fillers } from '../../../forms/definition.ts'
import { isObject } from '../../../forms/json.ts'
import { Checkbox, Checkboxes, Radios, Select } from '../../../ui/fields/chosen.tsx'
import { Submit } from '../../../ui/fields/sending.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { pairIn, TextPair } from './text-pair.tsx'
import { WhoReads } from './who-reads.tsx'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

const texts = ['title', 'intro', 'readers', 'use'] as const
const layouts = ['together', 'paged'] as const

/** What a form is called, who reads it, and how it is used and sent. */
export function AboutTask(it: Making) {
  const { c, copy, working } = it
  const { view } = c.var
  const { m } = view
  const t = m.builder.about
  const named = (values: readonly string[], words: Record<string, string>) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  const chosen = Array.isArray(working.modes) ? working.modes.map(String) : []
  return (
    <Part it={it} title={m.builder.task.about}>
      <PartForm it={it} action={urls.officeFormAbout(copy.id)}>
        {texts.map((at) => (
          <TextPair
            view={view}
            at={at}
            label={t[at]}
            value={bilingualFrom(working[at])}
            error={it.errors[`${at}-zh`]}
            isLong={at !== 'title'}
          />
        ))}
        <WhoReads view={view} db={c.var.db} working={working} />
        <Select
          view={view}
          name="category"
          label={t.category}
          value={categoryIn(working)}
          options={[
            ...named(categories, m.words.categories),
            ...(isObject(working.category) ? [{ value: '', label: t.fromQuestion }] : []),
          ]}
        />
        <Checkboxes
          view={view}
          name="modes"
          label={t.modes}
          values={chosen}
          options={named(modes, m.words.modes)}
          error={it.errors.modes}
        />
        <Checkbox
          view={view}
          name="allowAnonymous"
          value="yes"
          label={t.anonymous}
          checked={working.allowAnonymous === true}
        />
        <Radios
          view={view}
          name="process"
          label={m.readers.process}
          value={working.process === 'register' ? 'register' : 'grievance'}
          options={processes.map((value) => ({ value, ...m.readers.processes[value] }))}
        />
        <Radios
          view={view}
          name="filledBy"
          label={m.readers.filledBy}
          value={fillerOf(working)}
          options={fillers.map((value) => ({ value, ...m.readers.fillers[value] }))}
        />
        <Radios
          view={view}
          name="layout"
          label={t.layout}
          value={working.layout === 'paged' ? 'paged' : 'together'}
          options={named(layouts, t.layouts)}
        />
        <Submit>{m.common.save}</Submit>
      </PartForm>
    </Part>
  )
}

export function takeAbout({ c, copy, working }: Omit<Making, 'errors'>, form: FormBody): Taken {
  const title = pairIn(form, 'title')
  const { m } = c.var.view
  if (!title.zh)
    return { ok: false, errors: { 'title-zh': m.questions.errors.required(m.builder.about.title) } }
  const chosen = modes.filter((mode) => form.all('modes').includes(mode))
  if (chosen.length === 0)
    return { ok: false, errors: { modes: m.questions.errors.required_choice(m.builder.about.modes) } }
  const category = categories.find((one) => one === form.get('category'))
  const written = Object.fromEntries(texts.map((at) => [at, pairIn(form, at)]))
  const next: Working = {
    ...working,
    ...written,
    title,
    modes: chosen,
    allowAnonymous: form.get('allowAnonymous') === 'yes',
    layout: layouts.find((one) => one === form.get('layout')) ?? 'together',
    ...(category ? { category } : {}),
  }
  const [usual] = processes
  const process = processes.find((one) => one === form.get('process')) ?? usual
  if (process === usual) delete next.process
  else next.process = process
  if (form.get('filledBy') === 'officer') next.filledBy = 'officer'
  else delete next.filledBy
  return { ok: true, working: next, to: savedAt(urls.officeForm(copy.id)) }
}

function categoryIn({ category }: Working): string {
  return typeof category === 'string' ? category : ''
}
