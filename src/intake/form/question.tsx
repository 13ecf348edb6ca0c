import type { Posted } from '../../forms/answers.ts'
import type { FoundEnterprise } from '../../forms/enterprises.ts'
import { type Question as Asked, type Field, type FieldOf, isIdentity } from '../../forms/field-kinds.ts'
import { Checkbox, Checkboxes, type Option, Radios } from '../../ui/fields/chosen.tsx'
import { Group } from '../../ui/fields/field.tsx'
import { TextArea, TextField, telephone } from '../../ui/fields/typed.tsx'
import { Notice } from '../../ui/parts.tsx'
import type { View } from '../../ui/view.ts'

export interface Asking {
  view: View
  /** What was posted before, so that nothing typed is ever lost. */
  values: Posted
  errors: Record<string, string>
  /** Enterprises that go by the name the worker wrote. */
  candidates: FoundEnterprise[]
}

/** One field of a definition as controls of a page. */
export function Question({ asking, field }: { asking: Asking; field: Field }) {
  const { view, values, errors } = asking
  const { name } = field
  if (field.type === 'note')
    return <Notice title={field.label[view.locale]}>{field.hint?.[view.locale]}</Notice>
  const common = {
    view,
    name,
    label: field.label[view.locale],
    hint: field.hint?.[view.locale],
    error: errors[name],
    optional: !field.required,
  }
  const value = values.get(name)
  switch (field.type) {
    case 'text':
      return (
        <TextField {...common} value={value} autocomplete={offered(field) ? field.autocomplete : 'off'} />
      )
    case 'phone':
      return (
        <TextField {...common} value={value} {...telephone} autocomplete={offered(field) ? 'tel' : 'off'} />
      )
    case 'long_text':
      return <TextArea {...common} value={value} limit={field.maxLength} />
    case 'number':
      return (
        <TextField
          {...common}
          value={value}
          inputmode={keysFor(field)}
          short
          unit={field.unit?.[view.locale]}
        />
      )
    case 'yes_no':
      return <Radios {...common} value={value} options={yesAndNo(view)} />
    case 'choice':
      return (
        <Radios {...common} value={value} options={optionsOf(view, field)}>
          {field.other && <OtherText asking={asking} field={field} />}
        </Radios>
      )
    case 'choices':
      return (
        <Checkboxes {...common} values={values.all(name)} options={optionsOf(view, field)}>
          {field.other && <OtherText asking={asking} field={field} />}
        </Checkboxes>
      )
    case 'date':
      return (
        <Group {...common}>
          <DateParts asking={asking} name={name} />
        </Group>
      )
    case 'enterprise':
      return <Employer asking={asking} common={common} />
    case 'consent':
      return <Checkbox {...common} optional={false} checked={value === 'yes'} />
  }
}

function yesAndNo({ m }: View): Option[] {
  return [
    { value: 'yes', label: m.common.yes },
    { value: 'no', label: m.common.no },
  ]
}

function optionsOf({ locale, m }: View, field: Choosing): Option[] {
  const given = field.options.map(({ value, label, hint }) => ({
    value,
    label: label[locale],
    hint: hint?.[locale],
  }))
  return field.other ? [...given, { value: 'other', label: m.intake.other }] : given
}

/** The words of his own; what is wrong with the answer is wrong with them, once he chose to write some. */
function OtherText({ asking: { view, values, errors }, field }: { asking: Asking; field: Choosing }) {
  const name = `${field.name}-other`
  const wrong = errors[field.name] !== undefined && values.all(field.name).includes('other')
  return (
    <div class="other-text">
      <label for={name}>{view.m.intake.otherText}</label>
      <input
        id={name}
        name={name}
        value={values.get(name)}
        autocomplete={offered(field) ? undefined : 'off'}
        aria-describedby={wrong ? `${field.name}-error` : undefined}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </div>
  )
}

type Choosing = FieldOf<'choice'> | FieldOf<'choices'>

/** Whether a browser may keep the answer to offer it again; the next one who fills in a form here may be another. */
function offered(field: Asked): boolean {
  return !isIdentity(field) && !field.sensitive
}

/** A keyboard that has all the number may have; those of figures alone often lack the sign below nothing. */
function keysFor({ min, whole }: FieldOf<'number'>) {
  if (min < 0) return 'text'
  return whole ? 'numeric' : 'decimal'
}

function DateParts({ asking: { view, values, errors }, name }: { asking: Asking; name: string }) {
  const parts = ['year', 'month', 'day'] as const
  return (
    <div class="parts">
      {parts.map((part) => {
        const id = part === 'year' ? name : `${name}-${part}`
        return (
          <div>
            <label for={id}>{view.m.common[part]}</label>
            <input
              id={id}
              name={`${name}-${part}`}
              value={values.get(`${name}-${part}`)}
              inputmode="numeric"
              aria-invalid={errors[name] ? 'true' : undefined}
            />
          </div>
        )
      })}
    </div>
  )
}

type Common = Parameters<typeof TextField>[0]

function Employer({ asking, common }: { asking: Asking; common: Common }) {
  const { view, values, candidates } = asking
  const words = view.m.intake.employer
  const id = `${common.name}-id`
  const options = candidates.map((it) => ({
    value: it.id,
    label: it.name[view.locale],
    hint: words.union(it.org.name[view.locale]),
  }))
  const name = <TextField {...common} value={values.get(common.name)} autocomplete="organization" />
  if (options.length === 0) return name
  return (
    <>
      {name}
      <Radios
        view={view}
        name={id}
        label={words.which}
        value={values.get(id)}
        error={asking.errors[id]}
        options={[...options, { value: 'none', label: words.none }]}
      />
    </>
  )
}
