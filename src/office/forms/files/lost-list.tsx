import type { Lost } from '../../../forms/xlsform/sheets.ts'
import type { View } from '../../../ui/view.ts'

/** So many lines are read. */
const most = 100

/** What a file does not say, or what of it is not said here; with its place in the file. */
export function LostList({ view, lost }: { view: View; lost: readonly Lost[] }) {
  return (
    <>
      <ul>
        {lost.slice(0, most).map((one) => (
          <li>
            {one.at && <span class="quiet">{view.m.formFiles.at(one.at.sheet, one.at.row)} </span>}
            {lostInWords(view, one)}
          </li>
        ))}
      </ul>
      {lost.length > most && <p>{view.m.formFiles.more(lost.length - most)}</p>}
    </>
  )
}

function lostInWords({ m, locale }: View, { what, of, setting = '' }: Lost): string {
  const name = typeof of === 'string' ? of : of[locale]
  const settings: Record<string, unknown> = { ...m.builder.settings, sensitive: m.builder.question.sensitive }
  return m.formFiles.lost[what](name, String(settings[setting] ?? setting))
}
