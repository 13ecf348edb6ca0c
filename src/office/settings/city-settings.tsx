import { NameFields, typedName } from '../../ui/naming.tsx'
import { SettingField, type SettingsForm } from './setting-field.tsx'

/** Who stands above this federation, as workers read it who are not content with the county. */
export function CitySettings(form: SettingsForm) {
  const { view, body, errors } = form
  return (
    <>
      <NameFields view={view} at="city-name" value={typedName(body, 'city-name')} error={errors.city} />
      <SettingField {...form} name="city-address-zh" optional />
      <SettingField {...form} name="city-address-en" optional />
      <SettingField {...form} name="city-phone" optional />
    </>
  )
}
