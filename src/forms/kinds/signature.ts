import * as v from 'valibot'
import { name } from './name.ts'
import { always, bilingual, question } from './settings.ts'

export const settings = v.object({
  type: v.literal('signature'),
  ...question,
  identity: always,
  /** What is signed; it stands above the field. */
  statement: bilingual,
})

/** Signed by the name that is typed, as it is typed; it is compared with nothing. */
export const signature = name
