import type { FieldOf } from '../../forms/fields.ts'
import { Checkboxes } from '../fields/chosen.tsx'
import { type Asked, around } from './asking.ts'
import { OtherText, optionsIn } from './options.tsx'

export function Choices(it: Asked<FieldOf<'choices'>>) {
  const { asking, field } = it
  const { view, values } = asking
  const { hint, ...rest } = around(it)
  const howMany = view.m.questions.howMany(field.least, field.most)
  const hints = [hint, howMany].filter(Boolean).join(view.locale === 'zh' ? '' : ' ')
  return (
    <Checkboxes {...rest} hint={hints} values={values.all(field.name)} options={optionsIn(asking, field)}>
      <OtherText {...it} />
    </Checkboxes>
  )
}
