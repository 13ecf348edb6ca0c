import type { Told } from '../figures/published.ts'
import type { View } from '../ui/view.ts'

/** The categories of which a month tells the number, and all others as one. */
export function Categories({ view, told: { categories, filed } }: { view: View; told: Told }) {
  const t = view.m.board
  if (categories.length === 0 || !filed) return null
  const others = filed.of - categories.reduce((sum, it) => sum + it.filed, 0)
  const rows = categories.map(({ category, filed }) => ({ name: view.m.words.categories[category], filed }))
  return (
    <details>
      <summary>{t.byCategory}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.category}</th>
            <th scope="col" class="number">
              {t.measures.filed}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...rows, ...(others > 0 ? [{ name: t.others, filed: others }] : [])].map(({ name, filed }) => (
            <tr>
              <th scope="row">{name}</th>
              <td class="number">{t.cases(filed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
