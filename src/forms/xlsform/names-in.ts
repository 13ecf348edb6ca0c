import { isOwn, taken } from '../kinds/settings.ts'

/** Gives each name of such a file one that is right here, and is no other's. */
export class NamesIn {
  private readonly given = new Map<string, string>()
  private readonly used = new Set<string>(taken)
  private readonly before: string

  /** `before` stands where a name would begin otherwise. */
  constructor(before: string) {
    this.before = before
  }

  /** The name for one in the file; the same each time. */
  of(written: string): string {
    const known = this.given.get(written)
    if (known) return known
    const name = this.free(written)
    this.given.set(written, name)
    return name
  }

  /** One for what has none in the file. */
  free(wanted: string): string {
    const plain = wanted.toLowerCase().replace(/[^a-z0-9_]/g, '_')
    const begun = /^[a-z]/.test(plain) ? plain : `${this.before}${plain}`
    let name = begun.slice(0, 40)
    for (let count = 2; this.used.has(name) || !isOwn(name); count++) name = `${begun.slice(0, 36)}_${count}`
    this.used.add(name)
    return name
  }
}
