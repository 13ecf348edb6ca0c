import { type Working, withAllTexts } from '../../../forms/building/working.ts'
import { readAnswers } from '../../../forms/checked-answers.ts'
import type { Definition, FormPage } from '../../../forms/definition.ts'
import { entryOf } from '../../../forms/repeated-pages.ts'
import { computedIn } from '../../../forms/show-answers.ts'
import { readStored } from '../../../forms/stored-definitions.ts'
import { storedFrom } from '../../../forms/stored-shape.ts'
import { dayIn } from '../../../orgs/zone.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import { bodyOf, type FormBody } from '../../../ui/form-body.ts'
import { Notice, SummaryList } from '../../../ui/parts.tsx'
import type { Asking } from '../../../ui/questions/asking.ts'
import { errorText } from '../../../ui/questions/error-text.ts'
import { Question } from '../../../ui/questions/question.tsx'
import { urls } from '../../../urls.ts'
import { inWords } from './in-words.ts'
import { type Making, Part, PartForm } from './with-copy.tsx'

/** The form as a worker sees it, to be tried: nothing of it is kept. With what was filled in it shows where that leads. */
export function PreviewTask({ it, tried }: { it: Making; tried: FormBody | null }) {
  const { view, now } = it.c.var
  const t = view.m.builder
  const definition = readStored(storedFrom(withAllTexts(it.working) as Working))
  const posted = tried ?? bodyOf([])
  const today = dayIn(view.zone, now)
  const reading = definition && readAnswers(definition, posted, { named: true, today })
  const pages = definition && reading ? shownPages(definition, tried ? reading.path : null) : []
  const errors = definition && tried && reading ? textsOf(it, definition, posted, reading.errors) : {}
  const asking: Asking = { view, values: posted, errors, candidates: [] }
  return (
    <Part it={{ ...it, errors }} title={t.task.preview}>
      <Notice>{t.preview.lead}</Notice>
      {!definition && <p class="lead">{t.preview.unread}</p>}
      {definition && tried && reading && <Outcome it={it} definition={definition} reading={reading} />}
      <PartForm it={it} action={urls.officeFormPreview(it.copy.id)}>
        {pages.map((page) => (
          <section>
            <h2>{inWords(view, page.title)}</h2>
            {page.intro && <p>{page.intro[view.locale]}</p>}
            {fieldsOn(page).map((field) => (
              <Question asking={asking} field={field} />
            ))}
          </section>
        ))}
        {pages.length > 0 ? <Submit>{t.preview.try}</Submit> : <p>{t.preview.nothing}</p>}
      </PartForm>
    </Part>
  )
}

type Reading = ReturnType<typeof readAnswers>

function Outcome({ it, definition, reading }: { it: Making; definition: Definition; reading: Reading }) {
  const { view } = it.c.var
  const t = view.m.builder.preview
  const values = definition.pages
    .filter(({ id }) => reading.path.includes(id))
    .flatMap(({ fields }) => fields)
    .flatMap((field) => {
      const value = computedIn(definition, field, reading.answers[field.name], view.locale)
      return value === null ? [] : [{ label: field.label[view.locale], value }]
    })
  const titles = definition.pages.filter(({ id }) => reading.path.includes(id)).map(({ title }) => title)
  return (
    <>
      <h2>{t.path}</h2>
      <ol>
        {titles.map((title) => (
          <li>{inWords(view, title)}</li>
        ))}
      </ol>
      {values.length > 0 && (
        <>
          <h2>{t.values}</h2>
          <SummaryList rows={values} />
        </>
      )}
    </>
  )
}

/** All of them before anything was filled in, then those on the way. */
function shownPages({ pages }: Definition, path: string[] | null): FormPage[] {
  return pages.filter(({ id }) => path === null || path.includes(id))
}

/** Of what is asked of each of several, the first. */
function fieldsOn(page: FormPage) {
  return page.entries ? entryOf(page, 1).questions : page.fields
}

function textsOf(it: Making, definition: Definition, posted: FormBody, errors: Reading['errors']) {
  const texts: Record<string, string> = {}
  for (const field of definition.pages.flatMap(fieldsOn)) {
    const error = errors[field.name]
    if (error && 'checks' in field) texts[field.name] = errorText(it.c.var.view, field, error, posted)
  }
  return texts
}
