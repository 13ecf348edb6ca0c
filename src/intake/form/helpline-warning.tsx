import type { Category } from '../../db/vocabulary.ts'
import type { Settings } from '../../orgs/settings.ts'
import type { View } from '../../ui/view.ts'

export type CareFor = 'danger' | 'mental' | 'harassment'

/** Who answers at once, in the order in which to try; of these, the numbers that the federation shows. */
const numbers: Record<CareFor, string[]> = {
  danger: ['110', '119', '120', '12356'],
  mental: ['12356', '120', '12351'],
  harassment: ['12338', '110', '12351'],
}

/** Numbers to call before anything else, where a form would come too late. */
export function Care({
  view,
  settings,
  why,
  hidden,
}: {
  view: View
  settings: Settings
  why: CareFor
  /** Comes to sight when the worker chooses the category. */
  hidden?: boolean
}) {
  const words = view.m.intake.care
  const lines = numbers[why].flatMap((number) => settings.helplines.filter((it) => it.number === number))
  if (lines.length === 0) return null
  return (
    <div class={hidden ? `notice warning care care-${why}` : 'notice warning care'}>
      <p class="notice-title">{words[why]}</p>
      <ul>
        {lines.map((line) => (
          <li>
            <a href={`tel:${line.number}`}>
              <b>{line.number}</b> {line.name[view.locale]}
            </a>
          </li>
        ))}
      </ul>
      <p>{words.text}</p>
    </div>
  )
}

/** What stands first on the page for this category and answer, if anything. */
export function careFor(category: Category, danger: boolean | undefined): CareFor | null {
  if (category === 'mental' || category === 'harassment') return category
  return danger ? 'danger' : null
}
