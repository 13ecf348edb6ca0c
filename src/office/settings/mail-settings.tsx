import { Radios, Select } from '../../ui/fields/chosen.tsx'
import { SettingField, type SettingsForm } from './setting-field.tsx'

/** How mail leaves the house. */
export function MailSettings(form: SettingsForm) {
  const { view, body, errors } = form
  const t = view.m.office.settings
  return (
    <>
      <SettingField {...form} name="from" type="email" error={errors.mail} />
      <Radios view={view} name="way" label={t.way} value={body.get('way')} options={choices(t.ways)} />
      <SettingField {...form} name="smtpHost" optional />
      <SettingField {...form} name="smtpPort" number optional />
      <Select
        view={view}
        name="smtpSecurity"
        label={t.smtpSecurity}
        value={body.get('smtpSecurity')}
        options={choices(t.securities)}
      />
      <SettingField {...form} name="smtpUser" hint={t.smtpUserHint} optional />
    </>
  )
}

function choices(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}
