import type { Shown } from '../../forms/show-answers.ts'
import { phoneNumber } from '../../typed/phone.ts'
import { SummaryList } from '../../ui/parts.tsx'

/** Questions with their answers, as the worker gave them; a telephone number is one touch away from ringing. */
export function AnswerList({ rows }: { rows: Shown[] }) {
  return <SummaryList rows={rows.map((row) => ({ label: row.label, value: shownValue(row) }))} />
}

function shownValue({ value, isPhone }: Shown) {
  const number = isPhone ? phoneNumber(value, { mayBeShort: true }) : null
  // A phone waits at the comma, and then dials the extension.
  return number ? <a href={`tel:${number.replace('转', ',')}`}>{value}</a> : value
}
