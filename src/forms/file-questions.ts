import type { Answers } from './answers.ts'
import { type Definition, pageNamed, questionsOf } from './definition.ts'
import type { DraftFile } from './draft-files.ts'
import { type Field, type FieldOf, isQuestion } from './fields.ts'
import { kindOf } from './kinds/all.ts'

/** A question that is answered with files. */
export type FileQuestion = FieldOf<'photo' | 'voice' | 'file'>

export function takesFiles(it: Field): it is FileQuestion {
  return isQuestion(it) && kindOf(it).takesFile !== undefined
}

/** The question of a page that is answered with files; a page has one at most. */
export function fileQuestionOn(definition: Definition, page: string): FileQuestion | undefined {
  return pageNamed(definition, page)?.fields.find(takesFiles)
}

/** The one of this name, on whatever page it stands. */
export function fileQuestionNamed(definition: Definition, name: string): FileQuestion | undefined {
  return questionsOf(definition)
    .filter(takesFiles)
    .find((one) => one.name === name)
}

/** The page on which it stands, by id. */
export function pageOfFiles({ pages }: Definition, { name }: FileQuestion): string | undefined {
  return pages.find(({ fields }) => fields.some((field) => field.name === name))?.id
}

/** The files that were answered with, and what opens them; what was attached beside the way is left out. */
export function filesAnswered(definition: Definition, answers: Answers, files: readonly DraftFile[]) {
  const kept = new Map(files.map((file) => [file.id, file]))
  return questionsOf(definition).flatMap((field) => {
    const given = answers[field.name]
    const attached = (given !== undefined && kindOf(field).files?.(given)) || []
    return attached.flatMap(({ file, kind, size }) => {
      const { id, key, original } = kept.get(file) ?? {}
      return id && key ? [{ id, kind, size, key, original }] : []
    })
  })
}
