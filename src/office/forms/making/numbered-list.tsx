import type { Bilingual } from '../../../db/vocabulary.ts'
import { TextField } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import type { View } from '../../../ui/view.ts'
import { inWords } from './in-words.ts'

interface Props<One> {
  view: View
  all: readonly One[]
  /** What is told of each, beside what it is called. */
  lineOf: (one: One) => { id: string; called: Bilingual; href: string; hint: string }
}

/** What stands in an order that is written in numbers: pages, or the questions of one. */
export function NumberedList<One>({ view, all, lineOf }: Props<One>) {
  const t = view.m.builder.pages
  return (
    <ol class="list">
      {all.map(lineOf).map(({ id, called, href, hint }, at) => (
        <li class="numbered">
          <TextField
            view={view}
            name={orderOf(id)}
            label={<span class="unseen">{`${t.order} · ${inWords(view, called, t.untitled)}`}</span>}
            value={String(at + 1)}
            inputmode="numeric"
            short
          />
          <div>
            <a class="what" href={href}>
              {inWords(view, called, t.untitled)}
            </a>
            <span class="hint">{hint}</span>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The name of the field with the number of one of them. */
const orderOf = (id: string) => `order-${id}`

/** The number that was written for one of them. */
export const orderOfOne = (form: FormBody, id: string) => orderIn(form, orderOf(id))

/** What is no number goes to the end. */
export function orderIn(form: FormBody, name: string): number {
  const number = form.count(name)
  return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number
}
