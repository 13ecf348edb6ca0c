import { randomId } from '../../db/id.ts'
import type { Bilingual } from '../../db/vocabulary.ts'
import { asList, isObject, type Json } from '../json.ts'
import { isText } from '../texts.ts'

/** A field while it is written: its settings by their names, as far as they are there. */
export interface WorkingField extends Json {
  name: string
  type: string
  label: Bilingual
}

/** A page while it is written. */
export interface WorkingPage extends Json {
  id: string
  title: Bilingual
  fields: WorkingField[]
}

/** A form while it is written: what it has is kept, also what nobody knows, and not all of it need be right. */
export interface Working extends Json {
  title: Bilingual
  pages: WorkingPage[]
}

/** What a working copy holds, with every part that the pages of the office look for. */
export function workingFrom(definition: Json): Working {
  return {
    ...definition,
    title: bilingualFrom(definition.title),
    pages: asList(definition.pages).filter(isObject).map(pageFrom),
  }
}

function pageFrom(page: Json, at: number): WorkingPage {
  return {
    ...page,
    id: typeof page.id === 'string' ? page.id : `page_${at + 1}`,
    title: bilingualFrom(page.title),
    fields: fieldsFrom(page.fields),
  }
}

function fieldsFrom(fields: unknown): WorkingField[] {
  return asList(fields)
    .filter(isObject)
    .map((field, at) => ({
      ...field,
      name: typeof field.name === 'string' ? field.name : `field_${at + 1}`,
      type: typeof field.type === 'string' ? field.type : 'text',
      label: bilingualFrom(field.label),
    }))
}

/** A text in both languages, of which one or both may be empty yet. */
export function bilingualFrom(it: unknown): Bilingual {
  const of = (locale: 'zh' | 'en') => {
    const words = isObject(it) ? it[locale] : undefined
    return typeof words === 'string' ? words : ''
  }
  return { zh: of('zh'), en: of('en') }
}

/** Who fills it in, as far as it is said; a worker where it is not. */
export function fillerOf({ filledBy }: Working): 'worker' | 'officer' {
  return filledBy === 'officer' ? 'officer' : 'worker'
}

/** A name that nothing of the form has, nor ever had: an id means the same for ever, also of what was taken out. */
export function newName(beginning: string): string {
  return `${beginning}_${randomId(3)}`
}

/** A form with which somebody begins from nothing: one page, and the least that must be said. */
export function emptyForm(title: Bilingual): Working {
  const none = { zh: '', en: '' }
  return {
    ...{ title, intro: none, readers: none, use: none },
    ...{ category: 'other', modes: ['complaint'], allowAnonymous: true, layout: 'paged' },
    pages: [{ id: newName('page'), title: none, fields: [] }],
  }
}

/** The same with each text that is not written yet in the other language, or as a dash: so that it can be tried. */
export function withAllTexts(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(withAllTexts)
  if (isText(it)) {
    const { zh, en } = bilingualFrom(it)
    return { zh: zh || en || '—', en: en || zh || '—' }
  }
  if (!isObject(it)) return it
  return Object.fromEntries(Object.entries(it).map(([key, one]) => [key, withAllTexts(one)]))
}
