import { ErrorSummary } from '../ui/fields/error-summary.tsx'
import type { FieldErrors } from '../ui/fields/field.tsx'
import { Submit } from '../ui/fields/sending.tsx'
import { TextField } from '../ui/fields/typed.tsx'
import type { FormBody } from '../ui/form-body.ts'
import { NameFields, typedName } from '../ui/naming.tsx'
import { carriedForm, Page } from '../ui/page.tsx'
import type { View } from '../ui/view.ts'
import { WaitNotice } from '../ui/wait-notice.tsx'
import { urls } from '../urls.ts'

export function SetupPage({
  view,
  body,
  errors = {},
  wait,
}: {
  view: View
  body: FormBody
  errors?: FieldErrors
  wait?: string
}) {
  const { setup: t, settings, staff } = view.m.office
  return (
    <Page view={view} title={t.title} carries>
      <WaitNotice view={view} text={wait} />
      <ErrorSummary view={view} errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <form id={carriedForm} method="post" action={urls.setup} novalidate>
        <TextField
          view={view}
          name="token"
          type="password"
          label={t.token}
          hint={t.tokenHint}
          value={body.get('token')}
          error={errors.token}
        />
        <h2>{t.federation}</h2>
        <NameFields
          view={view}
          at="federation"
          value={typedName(body, 'federation')}
          error={errors['federation-zh']}
        />
        <TextField
          view={view}
          name="zone"
          label={settings.zone}
          hint={settings.zoneHint}
          value={body.get('zone')}
          error={errors.zone}
        />
        <TextField
          view={view}
          name="sender"
          type="email"
          label={settings.from}
          hint={t.senderHint}
          value={body.get('sender')}
          error={errors.sender}
        />
        <h2>{t.first}</h2>
        <TextField view={view} name="name" label={staff.name} value={body.get('name')} error={errors.name} />
        <TextField
          view={view}
          name="email"
          type="email"
          label={staff.email}
          value={body.get('email')}
          error={errors.email}
        />
        <Submit>{t.button}</Submit>
      </form>
    </Page>
  )
}

export function DonePage({ view, email }: { view: View; email: string }) {
  const t = view.m.office.setup
  return (
    <Page view={view} title={t.doneTitle}>
      <h1>{t.doneTitle}</h1>
      <p>{t.done(email)}</p>
      <p>
        <a class="button" href={urls.office}>
          {t.toOffice}
        </a>
      </p>
    </Page>
  )
}
