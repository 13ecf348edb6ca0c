import { type Definition, type FormPage, pageNamed } from '../../forms/definition.ts'
import { isIdentity, isQuestion, type Question } from '../../forms/fields.ts'
import { takesFiles } from '../../forms/file-questions.ts'
import type { FormDraft } from '../../forms/form-drafts.ts'
import { kindOf } from '../../forms/kinds/all.ts'
import { entriesPosted, entryOf } from '../../forms/repeated-pages.ts'
import { ownFields } from '../../forms/stepping.ts'
import { bodyOf, type FormBody } from '../../ui/form-body.ts'
import { ownControls } from '../form/read-form.ts'

type Entries = FormDraft['entries']

/** Whether a form has a place of this name. */
export function isPlace(definition: Definition, name: string): boolean {
  return name === 'filing' || name === 'check' || pageNamed(definition, name) !== undefined
}

/** Whether a control stands at this place of the form. */
export function standsAt(definition: Definition, place: string): (name: string) => boolean {
  const page = pageNamed(definition, place)
  const questions = page ? questionsOn(page) : place === 'filing' ? sendingOf(definition) : []
  // What is posted under the name of a file is no word: the draft says which files there are.
  const typed = questions.filter((field) => !takesFiles(field))
  const names = new Set(typed.flatMap((field) => kindOf(field).controls(field)))
  if (place === 'filing') for (const name of ['mode', 'named', 'seal', 'bypass']) names.add(name)
  return (name) => names.has(name)
}

/** A draft with what was posted at one place instead of what it held of it. */
export function merged(draft: FormDraft, stands: (name: string) => boolean, form: FormBody): FormDraft {
  const posted: Entries = form
    .names()
    .filter(stands)
    .flatMap((name) => form.all(name).map((value): [string, string] => [name, value]))
  return { ...draft, entries: [...draft.entries.filter(([name]) => !stands(name)), ...posted] }
}

/** A draft without what some controls hold. */
export function without(draft: FormDraft, names: readonly string[]): FormDraft {
  return { ...draft, entries: draft.entries.filter(([name]) => !names.includes(name)) }
}

/** With one more of several, empty. */
export function withOneMore(draft: FormDraft, page: FormPage): FormDraft {
  const there = entriesPosted(page, bodyOf(draft.entries))
  const [first] = entryOf(page, there.length + 1).questions
  const [control] = first ? kindOf(first).controls(first) : []
  if (!control || there.length >= (page.entries?.most ?? 0)) return draft
  const kept = there.flatMap(({ questions }) => openedBy(draft, questions))
  return { ...draft, entries: [...draft.entries, ...kept, [control, '']] }
}

/** Without one of several; those after it move up. */
export function withoutOne(draft: FormDraft, { id }: FormPage, number: number): FormDraft {
  const entries = draft.entries.flatMap(([name, value]): Entries => {
    const [, at, rest] = new RegExp(`^${id}-(\\d+)-(.*)$`).exec(name) ?? []
    if (at === undefined || Number(at) < number) return [[name, value]]
    return Number(at) === number ? [] : [[`${id}-${Number(at) - 1}-${rest}`, value]]
  })
  return { ...draft, entries }
}

/** An empty one that is on the page for being wanted stays there beside the new one. */
function openedBy(draft: FormDraft, questions: Question[]): Entries {
  const controls = questions.flatMap((field) => kindOf(field).controls(field))
  const [first] = controls
  const isThere = draft.entries.some(([name]) => controls.includes(name))
  return first && !isThere ? [[first, '']] : []
}

function questionsOn(page: FormPage): Question[] {
  if (!page.entries) return ownFields(page).filter(isQuestion)
  return Array.from({ length: page.entries.most }, (_, at) => entryOf(page, at + 1)).flatMap(
    ({ questions }) => questions,
  )
}

function sendingOf({ pages }: Definition): Question[] {
  return pages
    .flatMap(({ fields }) => fields)
    .filter(isQuestion)
    .filter((field) => isIdentity(field) || field.type === 'consent')
}

/** Whether a control that was posted stands anywhere in the form: of a page that another version had. */
export function standsAnywhere(definition: Definition, form: FormBody): (name: string) => boolean {
  const places = [
    ...definition.pages.map(({ id }) => standsAt(definition, id)),
    standsAt(definition, 'filing'),
  ]
  return (name) => form.has(name) && places.some((stands) => stands(name))
}

/** What was posted that stands nowhere on the page. */
export function strangersIn(form: FormBody, stands: (name: string) => boolean): string[] {
  return form.names().filter((name) => !ownControls.includes(name) && !stands(name))
}
