import { newName, type Working, type WorkingField, type WorkingPage } from './working.ts'

/** The form with one more page, after all others. */
export function withPage(working: Working): { working: Working; id: string } {
  const id = newName('page')
  const page: WorkingPage = { id, title: { zh: '', en: '' }, fields: [] }
  return { working: { ...working, pages: [...working.pages, page] }, id }
}

/** With a page changed. */
export function changePage(
  working: Working,
  id: string,
  change: (page: WorkingPage) => WorkingPage,
): Working {
  return { ...working, pages: working.pages.map((page) => (page.id === id ? change(page) : page)) }
}

/** Without a page. What it asked and was published is retired when the form is published anew (`retiring.ts`). */
export function withoutPage(working: Working, id: string): Working {
  return { ...working, pages: working.pages.filter((one) => one.id !== id) }
}

/** In the order of the numbers that somebody wrote beside them; the same number twice keeps the order of before. */
export function ordered<One>(all: readonly One[], numberOf: (one: One) => number): One[] {
  return all
    .map((one, at) => ({ one, at, number: numberOf(one) }))
    .toSorted((a, b) => a.number - b.number || a.at - b.at)
    .map(({ one }) => one)
}

/** With a question at the end of a page. */
export function withField(
  working: Working,
  pageId: string,
  type: string,
): { working: Working; name: string } {
  const name = newName('q')
  const field: WorkingField = { name, type, label: { zh: '', en: '' }, ...beginnings[type] }
  const put = (page: WorkingPage) => ({ ...page, fields: [...page.fields, field] })
  return { working: changePage(working, pageId, put), name }
}

/** What a kind cannot be without, for its page to begin with. */
const beginnings: Record<string, object> = {
  choice: { options: [] },
  choices: { options: [] },
  list: { options: [] },
  matrix: { options: [], rows: [] },
  ranking: { options: [] },
  scale: { steps: [] },
  signature: { statement: { zh: '', en: '' } },
  consent: { required: true },
  declaration: { required: true },
}

/** Where a question stands. */
export function placeOf(working: Working, name: string): { page: WorkingPage; field: WorkingField } | null {
  for (const page of working.pages) {
    const field = page.fields.find((one) => one.name === name)
    if (field) return { page, field }
  }
  return null
}

/** With a question changed. */
export function changeField(
  working: Working,
  name: string,
  change: (field: WorkingField) => WorkingField,
): Working {
  const put = (field: WorkingField) => (field.name === name ? change(field) : field)
  return { ...working, pages: working.pages.map((page) => ({ ...page, fields: page.fields.map(put) })) }
}

/** With a question at the end of another page. */
export function moved(working: Working, name: string, to: string): Working {
  const place = placeOf(working, name)
  if (!place || place.page.id === to) return working
  const taken = changePage(working, place.page.id, (page) => without(page, name))
  return changePage(taken, to, (page) => ({ ...page, fields: [...page.fields, place.field] }))
}

/** Without a question; one that was published is retired then, as above. */
export function withoutField(working: Working, name: string): Working {
  const place = placeOf(working, name)
  return place ? changePage(working, place.page.id, (page) => without(page, name)) : working
}

const without = (page: WorkingPage, name: string) => ({
  ...page,
  fields: page.fields.filter((one) => one.name !== name),
})
