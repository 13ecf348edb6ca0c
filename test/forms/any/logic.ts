import * as fc from 'fast-check'
import { type Field, isQuestion, type Question } from '../../../src/forms/fields.ts'
import { kindOf } from '../../../src/forms/kinds/all.ts'

/** A question as far as logic looks at it. */
export interface Known {
  type: Field['type']
  name: string
  options?: { value: string }[]
}

const orders = ['eq', 'ne', 'lt', 'le', 'gt', 'ge']
const as = (word: string, it: unknown) => ({ [word]: it })

/** A condition that fits these questions. */
export function conditionOn(asked: Known[], maxDepth = 2): fc.Arbitrary<object> {
  if (asked.length === 0) return fc.constant({ eq: [1, 1] })
  const leaf = fc.constantFrom(...asked).chain(leafOn)
  return fc.letrec<{ tree: object }>((tie) => ({
    tree: fc.oneof(
      { maxDepth, withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => as('and', all)),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => as('or', all)),
      tie('tree').map((one) => as('not', one)),
    ),
  })).tree
}

/** A number that is made of these questions. */
export function termOn(asked: Known[]): fc.Arbitrary<unknown> {
  const numbers = asked.filter((one) => comparedOf(one) === 'number').map(({ name }) => ({ ref: name }))
  const leaf = fc.oneof(
    fc.integer({ min: -9, max: 9 }),
    ...(numbers.length > 0 ? [fc.constantFrom(...numbers)] : []),
  )
  return fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaf,
      fc
        .tuple(
          fc.constantFrom('add', 'mul', 'min', 'max'),
          fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        )
        .map(([word, all]) => as(word, all)),
      fc
        .tuple(fc.constantFrom('sub', 'div'), fc.tuple(tie('tree'), tie('tree')))
        .map(([word, both]) => as(word, both)),
      fc.tuple(conditionOn(asked, 1), tie('tree'), tie('tree')).map((all) => as('if', all)),
    ),
  })).tree
}

function leafOn(one: Known): fc.Arbitrary<object> {
  const ref = { ref: one.name }
  const answered = fc.constant(as('answered', one.name))
  const order = fc.constantFrom(...orders)
  const values = one.options?.map(({ value }) => value) ?? []
  switch (comparedOf(one)) {
    case 'number':
      return fc.tuple(order, fc.integer({ min: -5, max: 50 })).map(([word, it]) => as(word, [ref, it]))
    case 'truth':
      return fc.boolean().map((it) => as('eq', [ref, it]))
    case 'day':
      return fc
        .tuple(order, fc.constantFrom('2026-05', '2026-05-01'))
        .map(([word, it]) => as(word, [ref, it]))
    case 'option':
      return fc.constantFrom(...values).map((it) => as('eq', [ref, it]))
    case 'several':
      return fc.constantFrom(...values).map((it) => as('has', [one.name, it]))
    default:
      return answered
  }
}

function comparedOf(one: Known) {
  return isQuestion(one as Field) ? kindOf(one as Question).compared : undefined
}
