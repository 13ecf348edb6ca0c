import type { Setting } from '../../../forms/building/settings-of.ts'
import { bilingualFrom, type Working, type WorkingField } from '../../../forms/building/working.ts'
import { asList, isObject } from '../../../forms/json.ts'
import { addressParts } from '../../../forms/kinds/address.ts'
import { Checkbox, Checkboxes, Select } from '../../../ui/fields/chosen.tsx'
import { TextArea, TextField } from '../../../ui/fields/typed.tsx'
import type { View } from '../../../ui/view.ts'
import { OptionRows } from './option-rows.tsx'
import { TextPair } from './text-pair.tsx'

interface Props {
  view: View
  working: Working
  field: WorkingField
  setting: Setting
}

/** What is set of a question beyond its words, each as it is written most easily. */
export function SettingControl(it: Props) {
  const { view, working, field, setting } = it
  const t = view.m.builder.settings
  const value = field[setting]
  switch (setting) {
    case 'identity':
    case 'whole':
    case 'dayOptional':
    case 'short':
    case 'other':
    case 'evidence':
      return <Checkbox view={view} name={setting} value="yes" label={t[setting]} checked={value === true} />
    case 'maxLength':
    case 'least':
    case 'most':
    case 'min':
    case 'max':
      return (
        <TextField
          view={view}
          name={setting}
          label={t[setting]}
          value={shownNumber(field, value)}
          inputmode="decimal"
          short
          optional
        />
      )
    case 'unit':
    case 'statement':
      return (
        <TextPair
          view={view}
          at={setting}
          label={t[setting]}
          value={bilingualFrom(value)}
          optional={setting === 'unit'}
        />
      )
    case 'options':
    case 'rows':
      return (
        <OptionRows
          view={view}
          at={setting}
          options={value}
          dangerWhen={
            setting === 'options' && canEndanger(field) ? asList(field.dangerWhen).map(String) : undefined
          }
          canExclude={field.type === 'choices'}
          canCount={canEndanger(field) && working.process === 'register'}
        />
      )
    case 'dangerWhen':
      return field.type === 'yes_no' ? <DangerOfTruth {...it} /> : null
    case 'steps':
      return (
        <TextArea
          view={view}
          name="steps"
          label={t.steps}
          hint={t.moreHint}
          rows={5}
          value={asList(value).map(lineOf).join('\n')}
        />
      )
    case 'parts':
    case 'needed':
      return (
        <Checkboxes
          view={view}
          name={setting}
          label={t[setting]}
          values={asList(value).map(String)}
          options={addressParts.map((part) => ({ value: part, label: view.m.questions.address[part] }))}
        />
      )
    case 'autocomplete':
      return (
        <Select
          view={view}
          name="autocomplete"
          label={t.autocomplete}
          value={typeof value === 'string' ? value : ''}
          empty={view.m.common.no}
          options={Object.entries(t.autocompletes).map(([one, label]) => ({ value: one, label }))}
        />
      )
    case 'value':
      return (
        <Select
          view={view}
          name="value"
          label={t.value}
          value={typeof value === 'string' ? value : ''}
          options={Object.entries(isObject(working.values) ? working.values : {}).map(([one, of]) => ({
            value: one,
            label: bilingualFrom(isObject(of) ? of.name : null)[view.locale] || one,
          }))}
        />
      )
  }
}

function DangerOfTruth({ view, field }: Props) {
  const { yes, no } = view.m.common
  return (
    <Checkboxes
      view={view}
      name="dangerWhen"
      label={view.m.builder.settings.dangerWhen}
      values={asList(field.dangerWhen).map(String)}
      options={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
    />
  )
}

const canEndanger = ({ type }: WorkingField) => type === 'choice' || type === 'choices'

/** Money is kept in fen, and written in yuan. */
function shownNumber({ type }: WorkingField, value: unknown): string {
  if (typeof value !== 'number') return ''
  return String(type === 'money' ? value / 100 : value)
}

function lineOf(step: unknown): string {
  const { zh, en } = bilingualFrom(step)
  return en ? `${zh} | ${en}` : zh
}
