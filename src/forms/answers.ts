import type { FileKind } from '../files/kind-of-file.ts'
import { isObject } from './json.ts'

/** What arrived from a page: texts by name, as `ui/form-body.ts` gives them. */
export interface Posted {
  get(name: string): string
  all(name: string): string[]
  names(): string[]
}

/** The value of an option, or the words of the worker where he chose "something else". */
export type Chosen = string | { other: string }
/** An enterprise of the register, or only its name as the worker wrote it. */
export interface Named {
  id: string | null
  name: string
}
/** By part: what was written into each line of an address, or chosen in each row. */
export type Parts = Record<string, string>
/** A place in the words of the worker, and its degrees north and east where he gave them. */
export interface Located {
  words: string
  at?: [north: number, east: number]
}
/** A photo or a voice note by the id under which it lies, with what it is and how many bytes it has. */
export interface Attached {
  file: string
  kind: FileKind
  size: number
  /** That it came with its original; whether that is kept, its row says. */
  original?: true
}
/** Stored as JSON: text, option(s), yes or no, number (of money its fen), day (`2026-11` or `2026-11-22`), enterprise, parts, place, files. */
export type Answer = string | number | boolean | Chosen | Chosen[] | Named | Parts | Located | Attached[]
/** By question. */
export type Answers = Record<string, Answer>

/** The same with what was answered of each of several, by the page that asks so. */
export type FiledAnswers = Record<string, Answer | Answers[]>

/** Why an answer is not taken; the surface has a text for each. */
export type AnswerError =
  | 'required'
  | 'too_long'
  | 'not_offered'
  | 'several'
  | 'not_listed'
  | 'other_missing'
  | 'not_together'
  | 'too_few_chosen'
  | 'too_many_chosen'
  | 'not_coordinates'
  | 'not_in_china'
  | 'rank_twice'
  | 'rank_missing'
  | 'not_a_number'
  | 'not_whole'
  | 'too_small'
  | 'too_big'
  | 'not_a_date'
  | 'not_a_month'
  | 'not_year_and_month'
  | 'no_such_month'
  | 'no_such_day'
  | 'in_the_future'
  | 'not_a_phone'
  | 'not_a_phone_or_short'
  | 'not_a_credit_code'
  | 'not_an_email'
  | 'not_a_name'
  | 'not_a_resident_id'
  | 'resident_id_mistyped'
  | 'not_money'
  | 'too_fine'
  | 'not_a_time'
  | 'twice'
  | 'too_many_files'
  | 'too_few_entries'
  | 'full'
  /** A check of the question itself, by its id. */
  | `check:${string}`

/** What was answered of each of several, on a page that asks so; none where there is none. */
export function entriesIn(answers: Record<string, unknown>, page: string): Answers[] {
  const entries = answers[page]
  return Array.isArray(entries) ? entries.filter(isObject).map((entry) => entry as Answers) : []
}

/** Under no name that a question can have. */
const pathName = '$path'

/** The pages that he came by, as they are filed with his answers. */
export function pathAnswer(path: string[]): Record<string, string[]> {
  return { [pathName]: path }
}

/** What is filed without the way that led through it. */
export function withoutPath(filed: Record<string, unknown>): Record<string, unknown> {
  const { [pathName]: _, ...answers } = filed
  return answers
}
