import { readStored } from '../../forms/stored-definitions.ts'
import type { View } from '../../ui/view.ts'

/** What a version asks, page by page: each question with its kind. */
export function Outline({ view, definition }: { view: View; definition: unknown }) {
  const { kinds } = view.m.builder
  const pages = readStored(definition)?.pages ?? []
  return (
    <>
      {pages.map(({ title, fields }) => (
        <section>
          <h2>{title[view.locale]}</h2>
          <ul class="list">
            {fields.map(({ label, type }) => (
              <li>
                <span class="what">{label[view.locale]}</span>
                {type !== 'unknown' && <span class="hint">{kinds[type]}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
