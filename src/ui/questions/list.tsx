import type { FieldOf } from '../../forms/fields.ts'
import { goingBy, mostShown } from '../../forms/kinds/list.ts'
import { type Asked, hintWith, isOffered } from './asking.ts'
import { LookedUp } from './looked-up.tsx'
import { openOf, optionIn } from './options.tsx'

/** What a list adds to a page at most, in bytes; a longer one is looked up only when it was sent. */
const mostWeight = 3000

/** Its words, for a browser to offer those of a list that is not long; and which it is where several go by them. */
export function List(it: Asked<FieldOf<'list'>>) {
  const { view, values } = it.asking
  const { name, options } = it.field
  const words = view.m.questions.list
  const open = openOf(options, [])
  const labels = open.map(({ label }) => label[view.locale])
  const id = weightOf(labels) <= mostWeight ? `${name}-list` : undefined
  const found = goingBy(it.field, values.get(name)).slice(0, mostShown)
  return (
    <>
      <LookedUp
        it={it}
        found={found.length > 1 ? found.map((one) => optionIn(view, one)) : []}
        which={words.which}
        hint={hintWith(it, words.hint(open.length))}
        autocomplete={isOffered(it.field) ? undefined : 'off'}
        list={id}
      />
      {id && (
        <datalist id={id}>
          {labels.map((label) => (
            <option value={label} />
          ))}
        </datalist>
      )}
    </>
  )
}

const encoder = new TextEncoder()

/** As options of a page. */
function weightOf(labels: string[]): number {
  return encoder.encode(labels.join('<option value=""/>')).length
}
