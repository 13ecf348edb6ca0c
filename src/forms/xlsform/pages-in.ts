import type { Bilingual } from '../../db/vocabulary.ts'
import { asList, type Json } from '../json.ts'
import type { Condition } from '../logic/expressions.ts'
import type { Known, Names } from './expressions-in.ts'
import type { NamesIn } from './names-in.ts'

interface Page {
  id: string
  title: Bilingual
  kind?: 'repeat'
  entries?: Json
  show?: string
  fields: Json[]
}

/** So many questions a page has at most. */
const most = 20

/**
 * The pages of a form that comes in. Here a page is shown or not, and a condition looks at earlier pages alone; there each
 * question is: so that a page ends where another condition begins, or where what was asked on it is looked at.
 */
export class PagesIn {
  readonly pages: Page[] = []
  readonly conditions: Json = {}
  /** What was asked on pages before the one that is open, by the names in the file. */
  readonly before: Map<string, Known> = new Map()
  private here = new Map<string, Known>()
  private page: (Page & { key: string }) | null = null
  private readonly names: NamesIn
  private readonly shown = new Map<string, string>()

  constructor(names: NamesIn) {
    this.names = names
  }

  /** Ends the page that is open: what it asked can be looked at now. */
  end(): void {
    for (const [name, known] of this.here) this.before.set(name, known)
    this.here = new Map()
    this.page = null
  }

  /** What a check may look at: the page itself as well. */
  withHere(): Names {
    return new Map([...this.before, ...this.here])
  }

  isEmpty(): boolean {
    return this.page === null
  }

  /** Puts a field on the page of this title and condition, or on another one where that has no room. */
  put(
    field: Json,
    at: { id: string; title: Bilingual; when: Condition | null },
    known: [string, Known][],
  ): void {
    const key = JSON.stringify([at.id, at.when])
    const { page } = this
    const isFull = page && (page.fields.length >= most || (takesFile(field) && page.fields.some(takesFile)))
    if (page?.key !== key || isFull) {
      this.end()
      const show = at.when ? { show: this.conditionNamed(at.when, at.title) } : {}
      const isFirst = !this.pages.some(({ id }) => id === at.id)
      const id = isFirst ? at.id : this.names.free(at.id)
      this.page = { id, title: at.title, ...show, fields: [], key }
      this.pages.push(this.page)
    }
    this.page?.fields.push(field)
    for (const [name, one] of known) this.here.set(name, one)
  }

  /** What is asked of each of several; nothing looks at it. */
  repeat(page: Page, when: Condition | null): void {
    this.end()
    this.pages.push({ ...page, ...(when ? { show: this.conditionNamed(when, page.title) } : {}) })
  }

  /** The name of a condition, which is called as what it decides about. */
  conditionNamed(when: Condition, name: Bilingual): string {
    const key = JSON.stringify(when)
    const known = this.shown.get(key)
    if (known) return known
    const id = `when_${this.shown.size + 1}`
    this.shown.set(key, id)
    this.conditions[id] = { name, when }
    return id
  }

  /** The pages as they are written. */
  written(): Json[] {
    return this.pages.map(({ id, title, kind, entries, show, fields }) => ({
      id,
      ...(kind ? { kind } : {}),
      title,
      ...(show ? { show } : {}),
      ...(entries ? { entries } : {}),
      fields: asList(fields),
    }))
  }
}

const takesFile = ({ type }: Json) => type === 'photo' || type === 'voice' || type === 'file'
