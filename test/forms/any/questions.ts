import * as fc from 'fast-check'
import type { Kind } from '../examples.ts'
import { given, maybe, name, text, value } from './names.ts'

const yes = maybe(fc.boolean())
const several = (least: number, most: number) =>
  fc.uniqueArray(value, { minLength: least, maxLength: most, size: 'small' })

/** So many options, of which at most all but the first are offered no more. */
const options = (most: number, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  several(2, most).chain((values) =>
    fc.tuple(
      ...values.map((one, at) =>
        given({
          value: fc.constant(one),
          label: text,
          hint: maybe(text),
          retired: at === 0 ? fc.constant(undefined) : maybe(fc.boolean()),
          ...more,
        }),
      ),
    ),
  )

const valuesOf = (all: object[]) => all.map((one) => ('value' in one ? String(one.value) : ''))

const list = maybe(name)
const offering = <More extends Record<string, unknown>>(
  most: number,
  more: { [Key in keyof More]: fc.Arbitrary<More[Key]> },
) => given({ list, options: options(most), ...more })

/** With what of it means danger. */
const telling = (one: fc.Arbitrary<object>) =>
  one.chain((it) => {
    const all = 'options' in it && Array.isArray(it.options) ? valuesOf(it.options) : []
    // Where he may write an option of his own, none of ours is called so.
    const other = all.includes('other') ? fc.constant(undefined) : yes
    return given({ other, dangerWhen: maybe(fc.subarray(all)) }).map((more) => ({ ...it, ...more }))
  })

const choosable = telling(offering(6, {}))

/** So many of them that can be chosen together, besides one that stands alone. */
const choices = fc.tuple(choosable, fc.nat(5), fc.nat(5), fc.boolean()).map(([it, least, more, alone]) => {
  const all = 'options' in it && Array.isArray(it.options) ? it.options : []
  const open = all.filter((one) => !one.retired)
  const together = open.length - (alone ? 1 : 0)
  const [first, ...others] = open
  if (together < 1 || !alone)
    return { ...it, least: Math.min(Math.max(least, 1), open.length), most: 5 + more }
  const exclusive = { ...first, exclusive: true }
  const shown = all.map((one) => (one === first ? exclusive : one))
  return { ...it, options: shown, least: Math.max(1, Math.min(least, others.length)) }
})

const range = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map((both) => ({ min: Math.min(...both), max: Math.max(...both) }))

const parts = ['province', 'city', 'county', 'town', 'area', 'detail']

/** What may be set of each kind. */
export const settings: Record<Kind | 'note', fc.Arbitrary<object>> = {
  text: given({
    identity: yes,
    autocomplete: maybe(fc.constantFrom('name', 'email', 'street-address')),
    maxLength: maybe(fc.integer({ min: 1, max: 5000 })),
  }),
  long_text: given({ maxLength: maybe(fc.integer({ min: 1, max: 5000 })) }),
  choice: choosable,
  choices,
  yes_no: given({ dangerWhen: maybe(fc.subarray(['yes', 'no'])) }),
  number: fc
    .tuple(range(1000), given({ whole: yes, unit: maybe(text) }))
    .map(([its, more]) => ({ ...its, ...more })),
  scale: given({ steps: fc.array(text, { minLength: 5, maxLength: 5 }) }),
  date: given({ dayOptional: yes }),
  phone: given({ identity: yes, short: yes }),
  email: given({ identity: yes }),
  credit_code: fc.constant({}),
  address: given({
    identity: yes,
    parts: maybe(fc.subarray(parts, { minLength: 1 })),
    needed: maybe(fc.subarray(parts)),
  }),
  list: offering(12, {}),
  matrix: given({
    list,
    rows: several(2, 5).chain((all) =>
      fc.tuple(...all.map((one) => given({ value: fc.constant(one), label: text, hint: maybe(text) }))),
    ),
    options: options(5),
  }),
  ranking: offering(8, { most: maybe(fc.integer({ min: 1, max: 10 })) }),
  place: fc.constant({}),
  enterprise: fc.constant({}),
  name: given({ identity: yes }),
  resident_id: fc.constant({}),
  money: range(100_000_000),
  month: fc.constant({}),
  time: fc.constant({}),
  declaration: fc.constant({}),
  signature: given({ statement: text }),
  consent: fc.constant({}),
  note: fc.constant({}),
}

export const kinds = Object.keys(settings) as (Kind | 'note')[]

/** A question that is answered with files, two at most, so that a form of four such pages holds. */
export const fileQuestion = fc
  .constantFrom('photo' as const, 'voice' as const, 'file' as const)
  .chain((type) =>
    given<Record<string, unknown>>({
      label: text,
      hint: maybe(text),
      sensitive: yes,
      required: yes,
      most: fc.integer({ min: 1, max: 2 }),
    }).map((its) => ({ type, ...its })),
  )

/** A question of one of these kinds, without its name. */
export function questionOf(among: readonly (Kind | 'note')[]): fc.Arbitrary<{ type: Kind | 'note' }> {
  return fc.constantFrom(...among).chain((type) => {
    const asked =
      type === 'note' ? {} : { sensitive: yes, ...(type === 'declaration' ? {} : { required: yes }) }
    return fc
      .tuple(given<Record<string, unknown>>({ label: text, hint: maybe(text), ...asked }), settings[type])
      .map(([shown, its]) => ({ type, ...shown, ...its }))
  })
}
