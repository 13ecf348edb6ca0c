import type { Bilingual } from '../../db/vocabulary.ts'
import type { Json } from '../json.ts'
import { type Known, type Names, termIn } from './expressions-in.ts'
import type { Lost, SheetRow } from './sheets.ts'

/** What a file works out, until all that it leans on is known. */
interface Waiting {
  row: SheetRow
  written: string
  name: string
  called: Bilingual
}

/** The values of a form that comes in. */
export class ValuesIn {
  readonly values: Json = {}
  private waiting: Waiting[] = []

  wait(one: Waiting): void {
    this.waiting.push(one)
  }

  isWaiting(written: string): boolean {
    return this.waiting.some((one) => one.written === written)
  }

  /** Works in what leans on nothing but these names, and adds it to them. */
  workIn(names: Map<string, Known>): void {
    for (let count = -1; count !== this.waiting.length; ) {
      count = this.waiting.length
      this.waiting = this.waiting.filter((one) => !this.take(one, names))
    }
  }

  private take({ row, written, name, called }: Waiting, names: Map<string, Known>): boolean {
    const of = termIn(row.cells.calculation ?? '', names as Names)
    if (of === null) return false
    this.values[name] = { name: called, kind: 'number', of }
    names.set(written, { name, compared: 'number', options: new Map() })
    return true
  }

  /** Waits no longer for this one, which is lost. */
  giveUp(name: string): Lost[] {
    const given = this.waiting.filter((one) => one.name === name)
    this.waiting = this.waiting.filter((one) => one.name !== name)
    return told(given)
  }

  /** What never could be worked in: it is no number, or leans on itself or on what is not there. */
  left(): Lost[] {
    return told(this.waiting)
  }
}

function told(waiting: readonly Waiting[]): Lost[] {
  return waiting.map(({ row }) => ({
    what: 'calculation',
    of: row.cells.calculation ?? '',
    at: { sheet: 'survey', row: row.row },
  }))
}
