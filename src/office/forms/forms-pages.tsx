import type { forms, formVersions } from '../../db/tables/forms.ts'
import { writtenOut } from '../../forms/stored-definitions.ts'
import type { Staff } from '../../orgs/staff.ts'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextArea, TextField } from '../../ui/fields/typed.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Day, SummaryList } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { formTitle } from './titles.ts'

type Form = typeof forms.$inferSelect
type Version = typeof formVersions.$inferSelect

interface Props {
  view: View
  staff: Staff
}

export function FormsPage({
  view,
  staff,
  forms,
  errors,
  typed,
}: Props & {
  forms: { id: string; slug: string; open: boolean; number: number; definition: unknown }[]
  errors: FieldErrors
  typed: { slug: string; json: string } | undefined
}) {
  const { office } = view.m
  const t = office.forms
  return (
    <OfficePage view={view} staff={staff} title={t.title} carries>
      <ErrorSummary view={view} errors={errors} />
      <ul class="list">
        {forms.map((it) => (
          <li>
            <a class="what" href={urls.officeForm(it.id)}>
              {formTitle(it.definition, view.locale)}
            </a>
            <span class="hint">
              {urls.form(it.slug)} · {t.version(it.number)} · {it.open ? office.open : office.closed}
            </span>
          </li>
        ))}
      </ul>
      <details open={typed !== undefined}>
        <summary>{t.newForm}</summary>
        <form id={carriedForm} method="post" action={urls.officeForms} novalidate>
          <TextField
            view={view}
            name="slug"
            label={t.slug}
            hint={t.slugHint}
            value={typed?.slug}
            error={errors.slug}
          />
          <TextArea
            view={view}
            name="json"
            label={t.json}
            rows={12}
            value={typed?.json}
            error={errors.json}
          />
          <Submit>{t.publish}</Submit>
        </form>
      </details>
    </OfficePage>
  )
}

export function FormPage({
  view,
  staff,
  form,
  versions,
  definition,
  stale,
  published,
  errors,
  typed,
}: Props & {
  form: Form
  versions: { id: string; number: number; publishedAt: Date }[]
  definition: unknown
  /** Translations that are older than what they were made from. */
  stale: { source: string; text: string }[]
  published: number | undefined
  errors: FieldErrors
  typed: string | undefined
}) {
  const { office } = view.m
  const t = office.forms
  return (
    <OfficePage
      view={view}
      staff={staff}
      title={formTitle(definition, view.locale)}
      done={published ? t.published(published) : undefined}
      carries
    >
      <ErrorSummary view={view} errors={errors} />
      <p>
        <a href={urls.form(form.slug)}>{t.see}</a> · {form.open ? office.open : office.closed}
      </p>
      <form method="post" action={urls.officeForm(form.id)}>
        <Hidden name="act" value={form.open ? 'close' : 'open'} />
        <Submit quiet>{form.open ? office.closeIt : office.openIt}</Submit>
      </form>
      {stale.length > 0 && (
        <section>
          <h2>{t.stale}</h2>
          <p>{t.staleLead}</p>
          <SummaryList rows={stale.map(({ source, text }) => ({ label: source, value: text }))} />
        </section>
      )}
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
      <h2>{t.publishTitle}</h2>
      <p>{t.publishLead}</p>
      <form id={carriedForm} method="post" action={urls.officeFormVersions(form.id)} novalidate>
        <TextArea
          view={view}
          name="json"
          label={t.json}
          rows={16}
          value={typed ?? JSON.stringify(writtenOut(definition), null, 2)}
          error={errors.json}
        />
        <Submit>{t.publish}</Submit>
      </form>
    </OfficePage>
  )
}

export function VersionPage({ view, staff, form, version }: Props & { form: Form; version: Version }) {
  const title = `${formTitle(version.definition, view.locale)} · ${view.m.office.forms.version(version.number)}`
  return (
    <OfficePage view={view} staff={staff} title={title}>
      <p>
        <a href={urls.officeForm(form.id)}>{view.m.common.back}</a> ·{' '}
        <Day view={view} at={version.publishedAt} />
      </p>
      <pre class="definition">{JSON.stringify(writtenOut(version.definition), null, 2)}</pre>
    </OfficePage>
  )
}
