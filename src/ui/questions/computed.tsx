import type { FieldOf } from '../../forms/fields.ts'
import { SummaryList } from '../parts.tsx'
import type { Asked } from './asking.ts'

/** What was worked out, as text; nothing of it is sent. */
export function Computed({ asking: { view, values }, field }: Asked<FieldOf<'computed'>>) {
  const { label, hint, name } = field
  const value = (
    <>
      {values.get(name) || view.m.questions.notYetKnown}
      {hint && <p class="hint">{hint[view.locale]}</p>}
    </>
  )
  return (
    <div class="field">
      <SummaryList rows={[{ label: label[view.locale], value }]} />
    </div>
  )
}
