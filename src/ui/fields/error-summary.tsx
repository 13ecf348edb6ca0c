import type { View } from '../view.ts'
import type { FieldErrors } from './field.tsx'

/** What is wrong with the form, first thing on the page, each line a link to its field. */
export function ErrorSummary({ view, errors }: { view: View; errors: FieldErrors }) {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div class="summary" role="alert" tabindex={-1} autofocus>
      <h2>{view.m.common.problem}</h2>
      <ul>
        {entries.map(([name, text]) => (
          <li>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
