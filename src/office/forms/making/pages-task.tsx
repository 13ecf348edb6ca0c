import { ordered, withPage } from '../../../forms/building/changes.ts'
import type { WorkingPage } from '../../../forms/building/working.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import { TextField } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import type { View } from '../../../ui/view.ts'
import { urls } from '../../../urls.ts'
import { inWords } from './in-words.ts'
import { type Making, Part, PartForm, savedAt, type Taken } from './with-copy.tsx'

/** The pages of a form, in an order that is written in numbers. */
export function PagesTask(it: Making) {
  const { c, copy, working } = it
  const { view } = c.var
  const t = view.m.builder
  return (
    <Part it={it} title={t.task.pages}>
      <PartForm it={it} action={urls.officeFormPages(copy.id)}>
        <p class="hint">{t.pages.orderHint}</p>
        <ol class="list">
          {working.pages.map((page, at) => (
            <li class="numbered">
              <TextField
                view={view}
                name={orderOf(page.id)}
                label={<span class="unseen">{`${t.pages.order} · ${titleOf(view, page)}`}</span>}
                value={String(at + 1)}
                inputmode="numeric"
                short
              />
              <div>
                <a class="what" href={urls.officeFormPage(copy.id, page.id)}>
                  {titleOf(view, page)}
                </a>
                <span class="hint">{t.pages.count(page.fields.length)}</span>
              </div>
            </li>
          ))}
        </ol>
        {working.pages.length > 1 && (
          <Submit quiet name="act" value="order">
            {t.pages.saveOrder}
          </Submit>
        )}
        <Submit name="act" value="add">
          {t.pages.add}
        </Submit>
      </PartForm>
    </Part>
  )
}

export function takePages({ copy, working }: Omit<Making, 'errors'>, form: FormBody): Taken {
  const inOrder = { ...working, pages: ordered(working.pages, ({ id }) => orderIn(form, orderOf(id))) }
  if (form.get('act') !== 'add')
    return { ok: true, working: inOrder, to: savedAt(urls.officeFormPages(copy.id)) }
  const { working: next, id } = withPage(inOrder)
  return { ok: true, working: next, to: urls.officeFormPage(copy.id, id) }
}

export const orderOf = (id: string) => `order-${id}`

/** What is no number goes to the end. */
export function orderIn(form: FormBody, name: string): number {
  const number = form.count(name)
  return Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number
}

export function titleOf(view: View, { title }: WorkingPage): string {
  return inWords(view, title, view.m.builder.pages.untitled)
}
