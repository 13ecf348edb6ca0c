import { ordered, withPage } from '../../../forms/building/changes.ts'
import type { WorkingPage } from '../../../forms/building/working.ts'
import { Submit } from '../../../ui/fields/sending.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import type { View } from '../../../ui/view.ts'
import { urls } from '../../../urls.ts'
import { inWords } from './in-words.ts'
import { NumberedList, orderOfOne } from './numbered-list.tsx'
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
        <NumberedList
          view={view}
          all={working.pages}
          lineOf={({ id, title, fields }) => ({
            ...{ id, called: title, href: urls.officeFormPage(copy.id, id) },
            hint: t.pages.count(fields.length),
          })}
        />
        <p class="row">
          {working.pages.length > 1 && (
            <Submit quiet name="act" value="order">
              {t.pages.saveOrder}
            </Submit>
          )}
          <Submit name="act" value="add">
            {t.pages.add}
          </Submit>
        </p>
      </PartForm>
    </Part>
  )
}

export function takePages({ copy, working }: Omit<Making, 'errors'>, form: FormBody): Taken {
  const inOrder = { ...working, pages: ordered(working.pages, ({ id }) => orderOfOne(form, id)) }
  if (form.get('act') !== 'add')
    return { ok: true, working: inOrder, to: savedAt(urls.officeFormPages(copy.id)) }
  const { working: next, id } = withPage(inOrder)
  return { ok: true, working: next, to: urls.officeFormPage(copy.id, id) }
}

export function titleOf(view: View, { title }: WorkingPage): string {
  return inWords(view, title, view.m.builder.pages.untitled)
}
