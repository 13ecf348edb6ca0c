import type { FieldErrors } from '../../ui/fields/field.tsx'
import { TextField } from '../../ui/fields/typed.tsx'
import type { FormBody } from '../../ui/form-body.ts'
import type { View } from '../../ui/view.ts'

/** The settings as they were typed, and what is wrong with them by setting. */
export interface SettingsForm {
  view: View
  body: FormBody
  errors: FieldErrors
}

type Name =
  | 'zone'
  | 'address'
  | 'secondAddress'
  | 'from'
  | 'smtpHost'
  | 'smtpPort'
  | 'smtpUser'
  | 'retentionDays'
  | 'logDays'
  | 'minimumFillSeconds'
  | 'city-address-zh'
  | 'city-address-en'
  | 'city-phone'
  | 'news-quietFrom'
  | 'news-quietUntil'
  | 'news-from'
  | 'news-sender-zh'
  | 'news-sender-en'
  | 'news-subject-zh'
  | 'news-subject-en'
  | 'filingsPerSite'
  | 'filingsInAll'

type Line = Parameters<typeof TextField>[0]

/** One line of the settings; its label stands in the catalog under the name of the field. */
export function SettingField({
  view,
  body,
  errors,
  name,
  number,
  ...field
}: SettingsForm & { name: Name; number?: boolean } & Partial<
    Pick<Line, 'hint' | 'error' | 'optional' | 'type'>
  >) {
  return (
    <TextField
      view={view}
      name={name}
      label={view.m.office.settings[name]}
      value={body.get(name)}
      error={errors[name]}
      {...(number && { inputmode: 'numeric' as const, short: true })}
      {...field}
    />
  )
}
