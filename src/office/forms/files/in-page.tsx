import type { Staff } from '../../../orgs/staff.ts'
import { ErrorSummary } from '../../../ui/fields/error-summary.tsx'
import { describedBy, type FieldErrors, Frame } from '../../../ui/fields/field.tsx'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextArea, TextField } from '../../../ui/fields/typed.tsx'
import { carriedForm } from '../../../ui/page.tsx'
import type { View } from '../../../ui/view.ts'
import { urls } from '../../../urls.ts'
import { OfficePage } from '../../frame.tsx'

interface Props {
  view: View
  staff: Staff
  errors: FieldErrors
}

/** A form that begins with a file, or with a text that was pasted. */
export function InPage({ view, staff, errors }: Props) {
  const { formFiles, office } = view.m
  const t = formFiles.in
  return (
    <OfficePage view={view} staff={staff} title={t.title} carries>
      <p class="row">
        <a href={urls.officeForms}>{office.forms.title}</a>
      </p>
      <ErrorSummary view={view} errors={errors} />
      <p class="lead">{t.lead}</p>
      <form id={carriedForm} method="post" action={urls.officeFormFile} novalidate>
        <DefinitionFile view={view} error={errors.file} />
        <details open={errors.json !== undefined || view.words?.fill(['json'])}>
          <summary>{t.paste}</summary>
          <TextArea view={view} name="json" label={t.pasted} rows={12} broad error={errors.json} optional />
        </details>
        <TextField
          view={view}
          name="slug"
          label={office.forms.slug}
          hint={office.forms.slugHint}
          error={errors.slug}
        />
        <Submit withFile>{t.take}</Submit>
      </form>
    </OfficePage>
  )
}

function DefinitionFile({ view, error }: { view: View; error: string | undefined }) {
  const t = view.m.formFiles.in
  const it = { view, name: 'file', label: t.file, hint: t.fileHint, error }
  return (
    <Frame {...it}>
      <input
        id="file"
        name="file"
        type="file"
        accept=".json,.xlsx"
        aria-describedby={describedBy(it)}
        aria-invalid={error ? 'true' : undefined}
      />
    </Frame>
  )
}
