import type { Shown } from '../../forms/show-answers.ts'
import { phoneNumber } from '../../typed/phone.ts'
import { FileLink } from '../file-link.tsx'
import { SummaryList } from '../parts.tsx'
import type { View } from '../view.ts'

interface Props {
  view: View
  rows: Shown[]
  /** Where a file lies that was answered with; and where as it came, for who has opened that. */
  fileAt: (id: string) => string
  originalAt?: ((id: string) => string) | undefined
  /** A telephone number is one touch away from ringing. */
  rings?: boolean
}

/** Questions with their answers, as the worker gave them. */
export function AnswerList({ view, rows, fileAt, originalAt, rings = false }: Props) {
  const shownValue = ({ files, value, isPhone }: Shown) => {
    if (files)
      return files.map((file) => {
        const original = file.original && originalAt?.(file.file)
        return <FileLink view={view} file={file} to={fileAt(file.file)} original={original} />
      })
    return rings && isPhone ? ringing(value) : value
  }
  return <SummaryList rows={rows.map((row) => ({ label: row.label, value: shownValue(row) }))} />
}

/** A phone waits at the comma, and then dials the extension. */
function ringing(value: string) {
  const number = phoneNumber(value, { mayBeShort: true })
  return number ? <a href={`tel:${number.replace('转', ',')}`}>{value}</a> : value
}
