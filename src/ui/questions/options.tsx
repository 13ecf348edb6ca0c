import type { FieldOf } from '../../forms/fields.ts'
import { type Offering, otherOf } from '../../forms/kinds/options.ts'
import { ofOption } from '../../forms/quota-keys.ts'
import type { Room } from '../../forms/room.ts'
import type { Option } from '../fields/chosen.tsx'
import type { View } from '../view.ts'
import { type Asked, type Asking, isOffered } from './asking.ts'

type Choosing = FieldOf<'choice'> | FieldOf<'choices'>

/** What is offered, and what he came back with though it is offered no more. */
export function optionsIn(asking: Asking, { name, options, other }: Offering): Option[] {
  const { view, values } = asking
  const chosen = values.all(name)
  const given = openOf(options, chosen).map((it) => {
    const option = optionIn(view, it)
    return asking.room?.full.has(ofOption(name, it.value)) ? full(asking.room, view, option, chosen) : option
  })
  return other ? [...given, { value: 'other', label: view.m.common.other }] : given
}

/** What has no place left is chosen by who may wait; what somebody had chosen before he still sees as his. */
function full({ waits }: Room, { m, locale }: View, option: Option, chosen: string[]): Option {
  const note = waits ? m.seats.optionWaits : m.seats.option
  const hint = [option.hint, note].filter(Boolean).join(locale === 'zh' ? '；' : '; ')
  return { ...option, hint, isClosed: !waits && !chosen.includes(option.value) }
}

/** Those that are still offered, or were chosen before. */
export function openOf(options: Offering['options'], chosen: string[]): Offering['options'] {
  return options.filter(({ value, retired }) => !retired || chosen.includes(value))
}

export function optionIn({ locale }: View, { value, label, hint }: Offering['options'][number]): Option {
  return { value, label: label[locale], hint: hint?.[locale] }
}

/** The words of his own; what is wrong with the answer is wrong with them, once he chose to write some. */
export function OtherText({ asking: { view, values, errors }, field }: Asked<Choosing>) {
  if (!field.other) return null
  const name = otherOf(field)
  const wrong = errors[field.name] !== undefined && values.all(field.name).includes('other')
  return (
    <div class="other-text">
      <label for={name}>{view.m.questions.otherText}</label>
      <input
        id={name}
        name={name}
        value={values.get(name)}
        autocomplete={isOffered(field) ? undefined : 'off'}
        aria-describedby={wrong ? `${field.name}-error` : undefined}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </div>
  )
}
