import type { Shown } from '../../forms/show-answers.ts'
import { phoneNumber } from '../../typed/phone.ts'
import { FileLink } from '../file-link.tsx'
import { SummaryList } from '../parts.tsx'
import type { View } from '../view.ts'

interface Props {
  view: View
  rows: Shown[]
  /** Where a file lies that was answered with. */
  fileAt: (id: string) => string
  /** A telephone number is one touch away from ringing. */
  rings?: boolean
}

/** Questions with their answers, as the worker gave them. */
export function AnswerList({ view, rows, fileAt, rings = false }: Props) {
  const shownValue = ({ files, value, isPhone }: Shown) => {
    if (files) return files.map((file) => <FileLink view={view} file={file} to={fileAt(file.file)} />)
    return rings && isPhone ? ringing(value) : value
  }
  return <SummaryList rows={rows.map((row) => ({ label: row.label, value: shownValue(row) }))} />
}

/** A phone waits at the comma, and then dials the extension. */
function ringing(value: string) {
  const number = phoneNumber(value, { mayBeShort: true })
  return number ? <a href={`tel:${number.replace('转', ',')}`}>{value}</a> : value
}
