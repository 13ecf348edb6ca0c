import type { Definition } from '../../forms/definition.ts'
import { categoryOf, concernsIn, happenedOn, saysDanger, workersIn } from '../../forms/meaning.ts'
import type { Filled } from '../form/read-form.ts'

/** What was filled in, as far as it decides where a case goes and how fast. */
export function filedAs(definition: Definition, { answers, bypass }: Filled) {
  const danger = saysDanger(definition, answers)
  return {
    bypassesUnit: bypass,
    category: categoryOf(definition, answers),
    workers: workersIn(definition, answers),
    concerns: concernsIn(definition, answers),
    happenedOn: happenedOn(definition, answers),
    ...(danger === undefined ? {} : { danger }),
  }
}
