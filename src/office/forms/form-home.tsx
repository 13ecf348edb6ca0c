import type { forms } from '../../db/tables/forms.ts'
import type { EnglishLeft } from '../../forms/building/translating.ts'
import { workingFrom } from '../../forms/building/working.ts'
import type { WorkingCopy } from '../../forms/building/working-copies.ts'
import { mayBeFull } from '../../forms/meaning.ts'
import { readStored } from '../../forms/stored-definitions.ts'
import type { Staff } from '../../orgs/staff.ts'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { Day, Notice, SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { DaysForm } from '../days-form.tsx'
import { OfficePage } from '../frame.tsx'
import { Seats } from './form-seats.tsx'
import { inWords } from './making/in-words.ts'
import { addressOfTask, standingOf, type Task, tasks } from './making/tasks.ts'
import { formTitle } from './titles.ts'

interface Props {
  view: View
  staff: Staff
  /** Null where it was never published. */
  form: typeof forms.$inferSelect | null
  versions: { id: string; number: number; publishedAt: Date }[]
  definition: unknown
  /** Null where nobody is changing it. */
  copy: (WorkingCopy & { by: string }) | null
  /** What is left to be translated of what is being changed. */
  english: EnglishLeft
  /** Translations that are older than what they were made from. */
  stale: { source: string; text: string }[]
  done: string | undefined
  errors: FieldErrors
  /** How many it takes in all; null for any number. */
  seats: number | null
}

/** A form: what is to be done on its next version, whether it is open, and what was published. */
export function FormHome(props: Props) {
  const { view, staff, form, versions, definition, copy, english, stale, done, errors, seats } = props
  const read = readStored(definition)
  const { office } = view.m
  const t = office.forms
  const title = copy
    ? inWords(view, workingFrom(copy.definition).title, copy.slug)
    : formTitle(definition, view.locale)
  return (
    <OfficePage view={view} staff={staff} title={title} done={done}>
      <p class="row">
        <a href={urls.officeForms}>{t.title}</a>
      </p>
      {copy ? <Work view={view} copy={copy} english={english} /> : form && <Begin view={view} id={form.id} />}
      {form && (
        <>
          <p>
            <a href={urls.form(form.slug)}>{t.see}</a> · {form.open ? office.open : office.closed}
          </p>
          <form method="post" action={urls.officeForm(form.id)}>
            <Hidden name="act" value={form.open ? 'close' : 'open'} />
            <Submit quiet>{form.open ? office.closeIt : office.openIt}</Submit>
          </form>
          <DaysForm view={view} to={urls.officeForm(form.id)} of={form} errors={errors} />
          {read && mayBeFull(read) && <Seats view={view} form={form} most={seats} errors={errors} />}
        </>
      )}
      {(copy ?? form) && (
        <p class="row">
          <a href={urls.officeFormOut(copy?.id ?? form?.id ?? '')}>{view.m.formFiles.out.title}</a>
        </p>
      )}
      {stale.length > 0 && (
        <section>
          <h2>{t.stale}</h2>
          <p>{t.staleLead}</p>
          <SummaryList rows={stale.map(({ source, text }) => ({ label: source, value: text }))} />
        </section>
      )}
      {form && versions.length > 0 && (
        <>
          <h2>{t.versions}</h2>
          <ul class="list">
            {versions.map((it) => (
              <li>
                <a class="what" href={urls.officeFormVersion(form.id, it.number)}>
                  {t.version(it.number)}
                  {it.id === form.currentVersionId ? ` · ${t.current}` : ''}
                </a>
                <span class="hint">
                  <Day view={view} at={it.publishedAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </OfficePage>
  )
}

function Begin({ view, id }: { view: View; id: string }) {
  return (
    <form method="post" action={urls.officeFormWork(id)}>
      <Hidden name="act" value="begin" />
      <Submit>{view.m.builder.change}</Submit>
    </form>
  )
}

interface InWork {
  view: View
  copy: WorkingCopy & { by: string }
  english: EnglishLeft
}

function Work({ view, copy, english }: InWork) {
  const t = view.m.builder
  const { open } = standingOf(copy)
  return (
    <>
      <Notice>{t.inWork(copy.by)}</Notice>
      <h2>{t.tasks}</h2>
      <ol class="list">
        {tasks.map((task) => (
          <li>
            <a class="what" href={addressOfTask[task](copy.id)}>
              {t.task[task]}
            </a>
            <span class="hint">{stateOf(view, task, { open: open[task].length, english })}</span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{t.discard}</summary>
        <p>{t.discardLead}</p>
        <form method="post" action={urls.officeFormWork(copy.id)}>
          <Hidden name="act" value="discard" />
          <Hidden name="turn" value={copy.turn} />
          <Submit quiet>{t.discard}</Submit>
        </form>
      </details>
    </>
  )
}

function stateOf(view: View, task: Task, { open, english }: { open: number; english: EnglishLeft }): string {
  const { builder, translating } = view.m
  const { state } = builder
  const { missing, stale } = english
  if (task === 'preview') return ''
  if (task === 'translation' && missing + stale > 0) return translating.left(missing, stale)
  if (open > 0) return state.open(open)
  return task === 'publish' ? state.ready : state.done
}
