import type { Setting } from '../../../forms/building/settings-of.ts'
import type { WorkingField } from '../../../forms/building/working.ts'
import type { Json } from '../../../forms/json.ts'
import { numberIn } from '../../../typed/number.ts'
import type { FormBody } from '../../../ui/form-body.ts'
import { pairOfLine } from './in-words.ts'
import { dangerIn, optionsIn } from './option-rows.tsx'
import { pairOrNone } from './text-pair.tsx'

/** What was written of a setting; nothing where it is left to what is usual. */
export function settingIn(form: FormBody, field: WorkingField, setting: Setting): Json {
  const only = (value: unknown) => (value === undefined ? {} : { [setting]: value })
  switch (setting) {
    case 'identity':
    case 'whole':
    case 'dayOptional':
    case 'short':
    case 'other':
    case 'evidence':
      return only(form.get(setting) === 'yes' ? true : undefined)
    case 'maxLength':
    case 'least':
    case 'most':
    case 'min':
    case 'max':
      return only(form.get(setting) === '' ? undefined : amountIn(field, form.get(setting)))
    case 'unit':
    case 'statement':
      return only(pairOrNone(form, setting))
    case 'options': {
      const options = optionsIn(form, 'options', field.options)
      const danger = dangerIn(form, options)
      return { options, ...(danger.length > 0 ? { dangerWhen: danger } : {}) }
    }
    case 'rows':
      return only(optionsIn(form, 'rows', field.rows))
    case 'dangerWhen':
      return field.type === 'yes_no' ? only(form.all('dangerWhen')) : {}
    case 'steps':
      return only(form.get('steps').split('\n').filter(Boolean).map(pairOfLine))
    case 'parts':
    case 'needed':
      return only(form.all(setting))
    case 'autocomplete':
    case 'value':
      return only(form.get(setting) || undefined)
  }
}

/** Money is kept in fen. What is no number is kept as it was written, so that it is told when the form is looked through. */
export function amountIn({ type }: Pick<WorkingField, 'type'>, text: string): number | string {
  const number = numberIn(text)
  if (number === null) return text
  return type === 'money' ? Math.round(number * 100) : number
}
