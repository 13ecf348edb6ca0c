import * as v from 'valibot'
import type { Named } from '../answers.ts'
import { line, lineMeasure } from './cleaned.ts'
import { because, type Kind } from './kind.ts'
import { lookedUp } from './looked-up.ts'
import { question } from './settings.ts'

export const settings = v.object({ type: v.literal('enterprise'), ...question })
type Employer = v.InferOutput<typeof settings>

/** The longest name of an employer that is taken as it was written. */
const most = 120

/** An employer of the register, or its name only. */
export const enterprise: Kind<Employer, Named> = {
  ...lookedUp,
  check: () => named,
  measure: ({ name }, posted) => lineMeasure(posted.get(name), most),
  show: (_, given) => given.name,
  cell: (_, given) => given.name,
  written: (given) => [given.name],
}

const named = v.pipe(
  v.object({ name: line(most), id: v.pipe(v.string(), v.maxLength(40, because('not_offered'))) }),
  v.transform(({ name, id }) => ({ name, id: id && id !== 'none' ? id : null })),
)
