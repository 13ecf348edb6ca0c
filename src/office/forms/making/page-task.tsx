import { changePage, ordered, withField } from '../../../forms/building/changes.ts'
import { duplicatedPage } from '../../../forms/building/duplicating.ts'
import { fieldTypesAll, isFieldType } from '../../../forms/building/settings-of.ts'
import { bilingualFrom, type WorkingPage } from '../../../forms/building/working.ts'
import { isObject } from '../../../forms/json.ts'
import { Radios, Select } from '../../../ui/fields/chosen.tsx'
import { ByEnter, Submit } from '../../../ui/fields/sending.tsx'
import { TextField } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import { urls } from '../../../urls.ts'
import { NumberedList, orderOfOne } from './numbered-list.tsx'
import { titleOf } from './pages-task.tsx'
import { PartActs } from './part-acts.tsx'
import { goingOrAsked } from './replacement-task.tsx'
import { ShownWhen } from './shown-when.tsx'
import { pairIn, pairOrNone, TextPair } from './text-pair.tsx'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

const kinds = ['ask', 'repeat', 'exit'] as const

/** One page of a form: what it says, what it does, and its questions in their order. */
export function PageTask(it: Making) {
  const page = pageOf(it)
  if (!page) return null
  const { c, copy } = it
  const { view } = c.var
  const t = view.m.builder
  const { kind, entries } = { kind: kindOf(page), entries: isObject(page.entries) ? page.entries : {} }
  return (
    <Part it={it} title={titleOf(view, page)} up={<a href={urls.officeFormPages(copy.id)}>{t.task.pages}</a>}>
      <PartForm it={it} action={urls.officeFormPage(copy.id, page.id)}>
        <ByEnter name="act" value="save" />
        <TextPair
          view={view}
          at="title"
          label={t.page.title}
          value={page.title}
          error={it.errors['title-zh']}
        />
        <TextPair
          view={view}
          at="intro"
          label={t.page.intro}
          value={bilingualFrom(page.intro)}
          optional
          isLong
        />
        <h2>{t.page.questions}</h2>
        <NumberedList
          view={view}
          all={page.fields}
          lineOf={({ name, label, type }) => ({
            ...{ id: name, called: label, href: urls.officeFormQuestion(copy.id, name) },
            hint: isFieldType(type) ? t.kinds[type] : type,
          })}
        />
        <Select
          view={view}
          name="type"
          label={t.page.addQuestion}
          empty={t.page.chooseKind}
          options={fieldTypesAll.map((value) => ({ value, label: t.kinds[value] }))}
          error={it.errors.type}
        />
        <Submit quiet name="act" value="add">
          {t.page.add}
        </Submit>
        <ShownWhen view={view} working={it.working} name="show" label={t.page.show} chosen={page.show} />
        <details open={kind !== 'ask'}>
          <summary>{t.page.kind}</summary>
          <Radios
            view={view}
            name="kind"
            label={t.page.kind}
            value={kind}
            options={kinds.map((value) => ({ value, label: t.page.kinds[value] }))}
          />
          <div class="pairs">
            <TextPair view={view} at="one" label={t.page.one} value={bilingualFrom(entries.one)} optional />
            {(['least', 'most'] as const).map((bound) => (
              <TextField
                view={view}
                name={bound}
                label={t.page[bound]}
                value={String(entries[bound] ?? '')}
                inputmode="numeric"
                short
                optional
              />
            ))}
          </div>
        </details>
        <PartActs view={view} words={t.page} />
      </PartForm>
    </Part>
  )
}

export function takePage(it: Omit<Making, 'errors'>, form: FormBody): Taken | null {
  const page = pageOf(it)
  if (!page) return null
  const { c, copy, working } = it
  const { m } = c.var.view
  if (form.get('act') === 'remove')
    return goingOrAsked(it, { what: 'page', id: page.id }, savedAt(urls.officeFormPages(copy.id)))
  const written = changePage(working, page.id, (before) => writtenPage(before, form))
  if (form.get('act') === 'duplicate') {
    const twin = duplicatedPage(written, page.id)
    return twin && { ok: true, working: twin.working, to: urls.officeFormPage(copy.id, twin.id) }
  }
  if (form.get('act') !== 'add')
    return { ok: true, working: written, to: savedAt(urls.officeFormPage(copy.id, page.id)) }
  const type = form.get('type')
  if (!isFieldType(type))
    return { ok: false, errors: { type: m.questions.errors.required_choice(m.builder.page.addQuestion) } }
  const { working: next, name } = withField(written, page.id, type)
  return { ok: true, working: next, to: urls.officeFormQuestion(copy.id, name) }
}

function writtenPage(before: WorkingPage, form: FormBody): WorkingPage {
  const { intro: _, entries: __, kind: ___, show: ____, ...rest } = before
  const kind = kinds.find((one) => one === form.get('kind')) ?? 'ask'
  const intro = pairOrNone(form, 'intro')
  const entries = { one: pairIn(form, 'one'), ...numbers(form, ['least', 'most']) }
  return {
    ...rest,
    title: pairIn(form, 'title'),
    fields: ordered(before.fields, ({ name }) => orderOfOne(form, name)),
    ...(intro ? { intro } : {}),
    ...(kind === 'ask' ? {} : { kind }),
    ...(kind === 'repeat' ? { entries } : {}),
    ...(form.get('show') ? { show: form.get('show') } : {}),
  }
}

/** Numbers that were written; what is none is left out. */
function numbers(form: FormBody, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    names.map((name) => [name, form.count(name)] as const).filter(([, number]) => !Number.isNaN(number)),
  )
}

const pageOf = ({ c, working }: Omit<Making, 'errors'>) =>
  working.pages.find(({ id }) => id === c.req.param('page'))

const kindOf = ({ kind }: WorkingPage) => kinds.find((one) => one === kind) ?? 'ask'
