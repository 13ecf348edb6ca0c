import type { Context } from 'hono'
import { oneLine, plainText } from '../typed/line.ts'
import { mailAddress } from '../typed/mail-address.ts'
import { countIn } from '../typed/number.ts'

/**
 * A form as it came in, in the order of the fields: every value a trimmed text without what nobody sees of it. What
 * kind of value a field has says its reader, which takes it as people type it.
 */
export class FormBody {
  private readonly entries: Map<string, string[]>

  constructor(entries: Map<string, string[]>) {
    this.entries = entries
  }

  /** The first value of a field, or an empty text. */
  get(name: string): string {
    return this.entries.get(name)?.[0] ?? ''
  }

  /** The first value as one line: a name, which may not carry what is unseen. */
  line(name: string): string {
    return oneLine(this.get(name))
  }

  /** The first value as a mailbox; null where it is none. */
  mailbox(name: string): string | null {
    return mailAddress(this.get(name))
  }

  /** The first value as how many of something; not a number where it is none. */
  count(name: string): number {
    return countIn(this.get(name)) ?? Number.NaN
  }

  all(name: string): string[] {
    return this.entries.get(name) ?? []
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  /** Everything, as a body is made from. */
  whole(): [string, string[]][] {
    return [...this.entries]
  }

  /** The same without some of its fields. */
  without(names: readonly string[]): FormBody {
    return new FormBody(new Map(this.whole().filter(([name]) => !names.includes(name))))
  }

  names(): string[] {
    return [...this.entries.keys()]
  }
}

/**
 * Reads a posted form. Null when it cannot be read: another content type, a file where text belongs, or
 * bytes that are not UTF-8.
 */
export async function readForm(c: Context): Promise<FormBody | null> {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return null
  const body = await c.req.arrayBuffer()
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body)
    decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
  return bodyOf([...new URLSearchParams(text)].map(([name, value]) => [name, plainText(value)]))
}

/** Values by their fields, as if a form had carried them. */
export function bodyOf(entries: readonly (readonly [name: string, value: string])[]): FormBody {
  const byName = Map.groupBy(entries, ([name]) => name)
  return new FormBody(new Map([...byName].map(([name, all]) => [name, all.map(([, value]) => value)])))
}
