import * as v from 'valibot'
import { personName } from '../../typed/person-name.ts'
import { line, lineMeasure, meant } from './cleaned.ts'
import { type Kind, typedWords } from './kind.ts'
import { identity, question } from './settings.ts'

export const settings = v.object({ type: v.literal('name'), ...question, identity })

/** The longest name of a person; those of many parts have about thirty characters. */
const most = 60

/** A person's name: of one character, or of many parts. */
export const name: Kind<{ name: string }, string> = {
  ...typedWords,
  check: () => named,
  measure: (asked, posted) => lineMeasure(posted.get(asked.name), most),
}

const named = v.pipe(meant(personName, 'not_a_name'), line(most))
