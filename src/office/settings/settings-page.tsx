import { categories } from '../../db/vocabulary.ts'
import type { Target } from '../../orgs/settings.ts'
import type { Staff } from '../../orgs/staff.ts'
import { Checkbox, Checkboxes } from '../../ui/fields/chosen.tsx'
import { ErrorSummary } from '../../ui/fields/error-summary.tsx'
import { Submit } from '../../ui/fields/sending.tsx'
import { TextArea, TextField } from '../../ui/fields/typed.tsx'
import { languageOptions } from '../../ui/languages.ts'
import { NameFields, typedName } from '../../ui/naming.tsx'
import { carriedForm } from '../../ui/page.tsx'
import { urls } from '../../urls.ts'
import { OfficePage } from '../frame.tsx'
import { CitySettings } from './city-settings.tsx'
import { MailSettings } from './mail-settings.tsx'
import { NewsSettings } from './news-settings.tsx'
import { SettingField, type SettingsForm } from './setting-field.tsx'
import { TargetField } from './target-field.tsx'

/** Where the summary of errors leads to, where that is not the setting's own name. */
const firstField: Record<string, string> = { name: 'name-zh', mail: 'from', city: 'city-name-zh' }

export function SettingsPage(props: SettingsForm & { staff: Staff; targets: Target[]; done: boolean }) {
  const { view, staff, errors, targets, done } = props
  const { office, common } = view.m
  const t = office.settings
  const summary = Object.fromEntries(
    Object.entries(errors).map(([key, text]) => [firstField[key] ?? key, text]),
  )
  return (
    <OfficePage view={view} staff={staff} title={t.title} done={done ? office.saved : undefined} carries>
      <ErrorSummary view={view} errors={summary} />
      <form id={carriedForm} method="post" action={urls.officeSettings} novalidate>
        <h2>{t.basics}</h2>
        <Basics {...props} />
        <h2>{t.city}</h2>
        <p class="hint">{t.cityHint}</p>
        <CitySettings {...props} />
        <h2>{t.mail}</h2>
        <MailSettings {...props} />
        <h2>{t.news}</h2>
        <p class="hint">{t.newsHint}</p>
        <NewsSettings {...props} />
        <h2>{t.safety}</h2>
        <Safety {...props} />
        <h2>{t.targets}</h2>
        <p class="hint">{t.targetsHint}</p>
        {targets.map((target) => (
          <TargetField {...props} target={target} />
        ))}
        <Submit>{common.save}</Submit>
      </form>
    </OfficePage>
  )
}

function Basics(form: SettingsForm) {
  const { view, body, errors } = form
  const t = view.m.office.settings
  return (
    <>
      <NameFields view={view} at="name" value={typedName(body, 'name')} error={errors.name} />
      <SettingField {...form} name="zone" hint={t.zoneHint} />
      <Checkboxes
        view={view}
        name="languages"
        label={t.languages}
        values={body.all('languages')}
        error={errors.languages}
        options={languageOptions}
      />
      <SettingField {...form} name="address" hint={t.addressHint} />
      <SettingField {...form} name="secondAddress" hint={t.secondAddressHint} optional />
      <TextArea
        view={view}
        name="helplines"
        label={t.helplines}
        hint={t.helplinesHint}
        rows={9}
        value={body.get('helplines')}
        error={errors.helplines}
      />
    </>
  )
}

function Safety(form: SettingsForm) {
  const { view, body } = form
  const t = view.m.office.settings
  const checked = body.get('secondFactor') === 'yes'
  return (
    <>
      <Checkbox view={view} name="secondFactor" label={t.secondFactor} checked={checked} />
      <SettingField {...form} name="retentionDays" hint={t.retentionHint} number />
      <RetentionByCategory {...form} />
      <SettingField {...form} name="logDays" hint={t.logHint} number />
      <SettingField {...form} name="minimumFillSeconds" hint={t.minimumFillHint} number />
      <SettingField {...form} name="filingsPerSite" hint={t.filingsHint} number />
      <SettingField {...form} name="filingsInAll" hint={t.filingsInAllHint} number />
    </>
  )
}

/** For each category a number of days of its own, or none. */
function RetentionByCategory({ view, body, errors }: SettingsForm) {
  const t = view.m.office.settings
  const fields = categories.map((category) => ({ name: `retention-${category}`, category }))
  return (
    <details open={fields.some(({ name }) => body.get(name) !== '' || errors[name] !== undefined)}>
      <summary>{t.retentionByCategory}</summary>
      <p class="hint">{t.retentionByCategoryHint}</p>
      {fields.map(({ name, category }) => (
        <TextField
          view={view}
          name={name}
          label={view.m.words.categories[category]}
          value={body.get(name)}
          error={errors[name]}
          inputmode="numeric"
          optional
          short
        />
      ))}
    </details>
  )
}
