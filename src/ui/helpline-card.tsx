import type { Category } from '../db/vocabulary.ts'
import type { View } from './view.ts'

export type CareFor = 'danger' | 'mental' | 'harassment'

/** Who answers at once, in the order in which to try; of these, the numbers that the federation shows. */
const numbers: Record<CareFor, string[]> = {
  danger: ['110', '119', '120', '12356'],
  mental: ['12356', '120', '12351'],
  harassment: ['12338', '110', '12351'],
}

interface Props {
  view: View
  why: CareFor
  /** What to do after the call, where something is still to be done. */
  then?: string
  /** In the least room, for a page that begins with a question. */
  small?: boolean
  /** Comes to sight when the worker chooses the category. */
  hidden?: boolean
}

/** Numbers to call before anything else, where what is written here would come too late. */
export function Care({ view, why, then, small, hidden }: Props) {
  const words = view.m.common.care
  const lines = numbers[why].flatMap((number) => view.helplines.filter((it) => it.number === number))
  if (lines.length === 0) return null
  const look = hidden ? `care-${why}` : small ? 'small' : ''
  return (
    <div class={`notice warning care ${look}`}>
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
      {then && <p>{then}</p>}
    </div>
  )
}

/** What stands first on the page for this category and answer, if anything. */
export function careFor(category: Category, danger: boolean | undefined): CareFor | null {
  if (category === 'mental' || category === 'harassment') return category
  return danger ? 'danger' : null
}
