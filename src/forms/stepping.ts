import type { AnswerError } from './answers.ts'
import { type Definition, type FormPage, pageNamed } from './definition.ts'
import { type Field, isIdentity } from './fields.ts'

/** What a page asks by itself; who he is and what he agrees to are asked where he says how to send it. */
export function ownFields({ fields }: FormPage): Field[] {
  return fields.filter((field) => !isIdentity(field) && field.type !== 'consent')
}

/** How far he has come. */
export interface Progress {
  definition: Definition
  /** The pages that he comes by, by id. */
  path: readonly string[]
  /** The places where he has been. */
  seen: readonly string[]
  errors: Record<string, AnswerError>
}

/** The places that he comes by, in order. Where the form ends on the way, nothing is sent. */
export function placesOf({ definition, path }: Pick<Progress, 'definition' | 'path'>): string[] {
  const pages = definition.pages.filter((page) => path.includes(page.id) && ownFields(page).length > 0)
  const ids = pages.map(({ id }) => id)
  return pages.at(-1)?.kind === 'exit' ? ids : [...ids, 'filing']
}

/** The first place where he has not been, or where something is wrong; `check` where there is none. */
export function nextPlace(progress: Progress): string {
  const { seen } = progress
  const places = placesOf(progress)
  const open = places.find((id) => !seen.includes(id) || isWrongAt(progress, id))
  // Where the form ends on the way there is nothing to send.
  return open ?? (places.includes('filing') ? 'check' : (places.at(-1) ?? 'filing'))
}

/** Whether something is wrong there. */
export function isWrongAt(progress: Progress, id: string): boolean {
  return Object.keys(errorsAt(progress, id)).length > 0
}

/** What is wrong there, by the names of its questions. */
export function errorsAt({ definition, errors }: Pick<Progress, 'definition' | 'errors'>, id: string) {
  const page = pageNamed(definition, id)
  const elsewhere = new Set(definition.pages.flatMap(ownFields).map(({ name }) => name))
  const isThere = page
    ? (name: string) =>
        name === id || name.startsWith(`${id}-`) || ownFields(page).some((field) => field.name === name)
    : (name: string) => !elsewhere.has(name) && !definition.pages.some((one) => belongsTo(one, name))
  return Object.fromEntries(Object.entries(errors).filter(([name]) => isThere(name)))
}

function belongsTo({ id, entries }: FormPage, name: string): boolean {
  return entries !== undefined && (name === id || name.startsWith(`${id}-`))
}

/** The place before this one on his way; null at the first. */
export function placeBefore(progress: Progress, id: string): string | null {
  const places = [...placesOf(progress), 'check']
  return places[places.indexOf(id) - 1] ?? null
}
