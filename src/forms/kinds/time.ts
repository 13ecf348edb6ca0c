import * as v from 'valibot'
import { timeOfDay } from '../../typed/time.ts'
import { meant } from './cleaned.ts'
import { type Kind, typedWords } from './kind.ts'
import { question } from './settings.ts'

export const settings = v.object({ type: v.literal('time'), ...question })
type Time = v.InferOutput<typeof settings>

/** A time of day, as `08:30`: both languages write it so. */
export const time: Kind<Time, string> = {
  ...typedWords,
  check: () => ofDay,
  written: () => [],
}

const ofDay = meant(timeOfDay, 'not_a_time')
