import * as v from 'valibot'
import type { Bilingual, Locale } from '../../db/vocabulary.ts'
import type { FileKind } from '../../files/kind-of-file.ts'
import type { Answer, AnswerError, Attached, Posted } from '../answers.ts'

/**
 * All that is so of one kind of question, beside its settings; `ui/questions` draws it. Methods, so that one kind may stand
 * for any where the question at hand decides which it is.
 */
export interface Kind<Asked, Given extends Answer> {
  /** It is posted once for each of several answers. */
  takesSeveral?: true
  /** The names under which its controls are posted. */
  controls(asked: Asked): string[]
  /** What was posted, as `check` takes it; undefined where nothing was. */
  read(asked: Asked, posted: Posted): unknown
  /** What is taken; its issues are `AnswerError`s. */
  check(asked: Asked): v.GenericSchema<unknown, Given>
  /** Why it cannot be so on the day that is today (`YYYY-MM-DD`), though it is taken on others. */
  untrueOn?(given: Given, today: string): AnswerError | undefined
  /** What this error is measured by: how much it takes at least and at most, and how much was posted. */
  measure?(asked: Asked, posted: Posted, error: AnswerError): Measure
  /** How such a bound is written, where it is more than its number. */
  bound?(value: number, locale: Locale): string
  /** The parts of an answer that its error is about; none where that is about all of it. */
  faultyParts?(asked: Asked, posted: Posted): string[]
  /** How its reader sees the answer. */
  show(asked: Asked, given: Given, reader: Reader): string
  /** As it stands in a table: a number where it can be reckoned with, a day as `2026-11-22`, else words in one line where he wrote none. */
  cell(asked: Asked, given: Given, reader: Reader): Cell
  /** What that number counts. */
  unit?(asked: Asked): Bilingual | undefined
  /** What the vault keeps, as it is shown where others may look on; whole where the kind does not say. */
  masked?(kept: string): string
  /** What of the answer the worker wrote himself; an option that he chose is none. In the vault it is what is kept. */
  written(given: Given): string[]
  /** The values that were chosen, of a kind that offers some. */
  chosen?(given: Given): string[]
  /** As what a condition may compare the answer; one without can only be asked whether it was given. */
  compared?: Compared
  /** Whether it is answered with such a file. Of those the form holds what was kept, never what is posted under its name. */
  takesFile?(kind: FileKind): boolean
  /** The files of the answer. */
  files?(given: Given): Attached[]
  /** What is missing where it is required: words, a choice, a file, his agreement, or that he declares it. */
  wants: 'words' | 'choice' | 'file' | 'agreement' | 'declaration'
}

/** One field of a table. */
export type Cell = string | number

export type Compared = 'number' | 'truth' | 'option' | 'several' | 'day'

export interface Measure {
  least?: number | undefined
  most?: number | undefined
  now?: number
  /** The option that it is about. */
  option?: Bilingual | undefined
}

/** Who reads an answer. */
export interface Reader {
  locale: Locale
  yes: string
  no: string
  /** The option beside which somebody writes his own words. */
  other: string
  files: { photo: (size: string) => string; sound: (size: string) => string }
}

/** As the message of a check. */
export const because = (error: AnswerError) => error

/** Of a kind whose answer is a day, or the beginning of one. */
export function ahead(day: string, today: string): AnswerError | undefined {
  return day > today.slice(0, day.length) ? 'in_the_future' : undefined
}

/** Of a kind with one control: the text of that. */
export const oneControl = {
  controls: ({ name }: { name: string }) => [name],
  read: ({ name }: { name: string }, posted: Posted) => posted.get(name) || undefined,
}

/** Of a kind whose answer is what was typed. */
export const typedWords = {
  ...oneControl,
  wants: 'words' as const,
  show: (_: unknown, given: string) => given,
  cell: (_: unknown, given: string) => given,
  written: (given: string) => [given],
}

/** Of a kind that is shown as yes or no. */
export const yesOrNo = {
  ...oneControl,
  compared: 'truth' as const,
  show: yesOrNoText,
  cell: yesOrNoText,
  written: () => [],
}

function yesOrNoText(_: unknown, given: boolean, { yes, no }: Reader): string {
  return given ? yes : no
}

/** Of a kind that is ticked; whatever else arrives is no tick. */
export const ticked = {
  ...yesOrNo,
  check: () => yesOnly,
}

const yesOnly = v.pipe(
  v.literal('yes', because('required')),
  v.transform(() => true),
)
