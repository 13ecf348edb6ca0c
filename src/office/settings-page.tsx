import type { Staff } from '../orgs/staff.ts'
import {
  Checkbox,
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  Radios,
  Select,
  Submit,
  TextArea,
  TextField,
} from '../ui/fields.tsx'
import { NameFields, typedName } from '../ui/naming.tsx'
import type { FormBody } from '../ui/reading.ts'
import type { View } from '../ui/view.ts'
import { urls } from '../urls.ts'
import { OfficePage } from './frame.tsx'

interface Props {
  view: View
  body: FormBody
  errors: FieldErrors
}

/** Where the summary of errors leads to, where that is not the setting's own name. */
const firstField: Record<string, string> = { name: 'name-zh', mail: 'from', targets: 'target-contact' }

export function SettingsPage(props: Props & { staff: Staff; targets: string[]; done: boolean }) {
  const { view, staff, errors, targets, done } = props
  const { office, common } = view.m
  const t = office.settings
  const summary = Object.fromEntries(
    Object.entries(errors).map(([key, text]) => [firstField[key] ?? key, text]),
  )
  return (
    <OfficePage view={view} staff={staff} title={t.title} done={done ? office.saved : undefined}>
      <ErrorSummary view={view} errors={summary} />
      <form method="post" action={urls.officeSettings} novalidate>
        <h2>{t.basics}</h2>
        <Basics {...props} />
        <h2>{t.mail}</h2>
        <Mail {...props} />
        <h2>{t.safety}</h2>
        <Safety {...props} />
        <h2>{t.targets}</h2>
        <p class="hint">{t.targetsHint}</p>
        <Targets {...props} targets={targets} />
        <Submit>{common.save}</Submit>
      </form>
    </OfficePage>
  )
}

function Basics({ view, body, errors }: Props) {
  const t = view.m.office.settings
  return (
    <>
      <NameFields view={view} at="name" value={typedName(body, 'name')} error={errors.name} />
      <TextField
        view={view}
        name="zone"
        label={t.zone}
        hint={t.zoneHint}
        value={body.get('zone')}
        error={errors.zone}
      />
      <Checkboxes
        view={view}
        name="languages"
        label={t.languages}
        values={body.all('languages')}
        error={errors.languages}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
      />
      <TextField
        view={view}
        name="address"
        label={t.address}
        hint={t.addressHint}
        value={body.get('address')}
        error={errors.address}
      />
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

function Mail({ view, body, errors }: Props) {
  const t = view.m.office.settings
  return (
    <>
      <TextField
        view={view}
        name="from"
        type="email"
        label={t.from}
        value={body.get('from')}
        error={errors.mail}
      />
      <Radios
        view={view}
        name="way"
        label={t.way}
        value={body.get('way')}
        options={Object.entries(t.ways).map(([value, label]) => ({ value, label }))}
      />
      <TextField view={view} name="smtpHost" label={t.smtpHost} value={body.get('smtpHost')} optional />
      <TextField
        view={view}
        name="smtpPort"
        label={t.smtpPort}
        inputmode="numeric"
        short
        value={body.get('smtpPort')}
        optional
      />
      <Select
        view={view}
        name="smtpSecurity"
        label={t.smtpSecurity}
        value={body.get('smtpSecurity')}
        options={Object.entries(t.securities).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        view={view}
        name="smtpUser"
        label={t.smtpUser}
        hint={t.smtpUserHint}
        value={body.get('smtpUser')}
        optional
      />
    </>
  )
}

function Safety({ view, body, errors }: Props) {
  const t = view.m.office.settings
  return (
    <>
      <Checkbox
        view={view}
        name="secondFactor"
        label={t.secondFactor}
        checked={body.get('secondFactor') === 'yes'}
      />
      <TextField
        view={view}
        name="retentionDays"
        label={t.retentionDays}
        hint={t.retentionHint}
        inputmode="numeric"
        short
        value={body.get('retentionDays')}
        error={errors.retentionDays}
      />
      <TextField
        view={view}
        name="minimumFillSeconds"
        label={t.minimumFillSeconds}
        hint={t.minimumFillHint}
        inputmode="numeric"
        short
        value={body.get('minimumFillSeconds')}
        error={errors.minimumFillSeconds}
      />
    </>
  )
}

function Targets({ view, body, errors, targets }: Props & { targets: string[] }) {
  const names: Record<string, string> = view.m.office.settings.targetNames
  return (
    <>
      {targets.map((name, index) => (
        <TextField
          view={view}
          name={`target-${name}`}
          label={names[name] ?? name}
          short
          value={body.get(`target-${name}`)}
          error={index === 0 ? errors.targets : undefined}
        />
      ))}
    </>
  )
}
