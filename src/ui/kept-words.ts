import { FormBody } from './form-body.ts'
import type { View } from './view.ts'

/** What a page's own controls carry, beside what people type; and a receipt, which stands in its own field or nowhere. */
const ours = [
  'receipt',
  'token',
  'turn',
  'key',
  'case',
  'of',
  'last',
  'step',
  'website',
  'next',
  'seen',
  'act',
  'id',
  // Of a file a form says the name alone, where it is not sent along.
  'file',
  'message-file',
]
/** A word of ours, as the value of a box or a list is. */
const isOption = /^(?:[a-z][a-z0-9_]{0,60}|\d{0,4})$/

/** What was typed into a page before, for its fields to show again; what finds none stands at the end. */
export class KeptWords {
  /** Whether it is all that a form carried, or the texts of it alone. */
  readonly isWhole: boolean
  private readonly form: FormBody
  private readonly taken = new Set<string>()

  constructor(form: FormBody, isWhole = true) {
    this.form = form
    this.isWhole = isWhole
  }

  /** What stood in a field; undefined where the form had none of this name. */
  take(name: string): string | undefined {
    this.taken.add(name)
    return this.form.has(name) ? this.form.get(name) : undefined
  }

  /** The same of a field with boxes, of which a browser sends those that are ticked. */
  takeAll(name: string): string[] | undefined {
    this.taken.add(name)
    return this.isWhole ? this.form.all(name) : undefined
  }

  /** Whether something stands in one of these fields, so that what is folded over them is to be open. */
  fill(names: readonly string[]): boolean {
    return names.some((name) => this.form.get(name) !== '')
  }

  /** The same but for some fields, or with one more. */
  without(names: readonly string[], more: Record<string, string> = {}): KeptWords {
    const rest = this.form.whole().filter(([name]) => !names.includes(name))
    const others = Object.entries(more).map(([name, text]): [string, string[]] => [name, [text]])
    return new KeptWords(new FormBody(new Map([...rest, ...others])))
  }

  /** The texts that no field has shown. */
  left(): string[] {
    return textsOf(this.form, (name) => !this.taken.has(name))
  }
}

/** What a person wrote of all that a form carries. */
export function textsOf(form: FormBody, which: (name: string) => boolean = () => true): string[] {
  const names = form.names().filter((name) => !ours.includes(name) && !name.endsWith('-seen') && which(name))
  return names.flatMap((name) => form.all(name)).filter((text) => !isOption.test(text))
}

/** What a field shows: the words that were typed into it before, else what it has of its own. */
export function shownIn({ words }: View, name: string, own: string | undefined): string | undefined {
  return words?.take(name) ?? own
}
