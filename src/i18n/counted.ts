const rules = new Intl.PluralRules('en')

/** So many of something: `1 case`, `2 cases`, `1,000 cases`. */
export function counted(count: number, one: string, other: string): string {
  return `${count.toLocaleString('en')} ${ofThem(count, one, other)}`
}

/** The word that goes with so many, where the number stands elsewhere: `case is`, `cases are`. */
export function ofThem(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other
}
