import type { formVersions } from '../../db/tables/forms.ts'
import { writtenOut } from '../../forms/stored-definitions.ts'
import type { Staff } from '../../orgs/staff.ts'
import { type Option, Select } from '../../ui/fields/chosen.tsx'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../../ui/fields/field.tsx'
import { Hidden, Submit } from '../../ui/fields/sending.tsx'
import { TextArea, TextField } from '../../ui/fields/typed.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { Day } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'
import { query, urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { Outline } from './outline.tsx'
import { formTitle } from './titles.ts'

type Version = typeof formVersions.$inferSelect

interface Props {
  view: View
  staff: Staff
}

/** One line of the list: a form that is published, or one that is being made for the first time. */
export interface Listed {
  id: string
  slug: string
  title: string
  /** Null where it was never published. */
  published: { open: boolean; number: number } | null
  isInWork: boolean
}

export function FormsPage({
  view,
  staff,
  forms,
  templates,
  errors,
  isTyped,
}: Props & { forms: Listed[]; templates: Option[]; errors: FieldErrors; isTyped: boolean }) {
  const { office, builder } = view.m
  const t = office.forms
  return (
    <OfficePage view={view} staff={staff} title={t.title} carries>
      <ErrorSummary view={view} errors={errors} />
      <ul class="list">
        {forms.map(({ id, slug, title, published, isInWork }) => (
          <li>
            <a class="what" href={urls.officeForm(id)}>
              {title}
            </a>
            <span class="hint">
              {[
                urls.form(slug),
                published ? t.version(published.number) : builder.notYet,
                ...(published ? [published.open ? office.open : office.closed] : []),
                ...(isInWork ? [builder.inWorkShort] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p class="row">
        <a href={urls.officeFormFile}>{view.m.formFiles.in.title}</a>
      </p>
      <details open={isTyped}>
        <summary>{builder.begin}</summary>
        <form id={carriedForm} method="post" action={urls.officeForms} novalidate>
          <p>{builder.beginLead}</p>
          <Select
            view={view}
            name="from"
            label={builder.from}
            hint={builder.fromHint}
            empty={builder.fromNothing}
            options={[]}
            groups={[
              { label: builder.fromTemplates, options: templates },
              { label: builder.fromForms, options: publishedAmong(forms) },
            ]}
          />
          <TextField
            view={view}
            name="title-zh"
            label={builder.titleZh}
            hint={builder.titleHint}
            error={errors['title-zh']}
          />
          <TextField view={view} name="title-en" label={builder.titleEn} optional />
          <TextField view={view} name="slug" label={t.slug} hint={t.slugHint} error={errors.slug} />
          <details open={errors.json !== undefined}>
            <summary>{builder.paste}</summary>
            <TextArea view={view} name="json" label={t.json} rows={12} broad error={errors.json} />
          </details>
          <Submit>{builder.begin}</Submit>
        </form>
      </details>
    </OfficePage>
  )
}

function publishedAmong(forms: Listed[]): Option[] {
  return forms.filter(({ published }) => published).map(({ id, title }) => ({ value: id, label: title }))
}

export function VersionPage({
  view,
  staff,
  form,
  version,
}: Props & { form: { id: string }; version: Version }) {
  const { builder, office, common } = view.m
  const title = `${formTitle(version.definition, view.locale)} · ${office.forms.version(version.number)}`
  return (
    <OfficePage view={view} staff={staff} title={title}>
      <p>
        <a href={urls.officeForm(form.id)}>{common.back}</a> · <Day view={view} at={version.publishedAt} />
        {version.number > 1 && (
          <>
            {' · '}
            <a
              href={urls.officeFormVersion(form.id, version.number) + query({ against: version.number - 1 })}
            >
              {builder.differences.link(version.number - 1)}
            </a>
          </>
        )}
      </p>
      <details>
        <summary>{builder.differences.back}</summary>
        <p>{builder.differences.backLead}</p>
        <form method="post" action={urls.officeFormWork(form.id)}>
          <Hidden name="act" value="begin" />
          <Hidden name="number" value={version.number} />
          <Submit quiet>{builder.differences.back}</Submit>
        </form>
      </details>
      <p class="row">
        <a href={urls.officeFormOut(form.id) + query({ version: version.number })}>
          {view.m.formFiles.out.title}
        </a>
      </p>
      <Outline view={view} definition={version.definition} />
      <details>
        <summary>{office.forms.json}</summary>
        <pre class="definition">{JSON.stringify(writtenOut(version.definition), null, 2)}</pre>
      </details>
    </OfficePage>
  )
}
