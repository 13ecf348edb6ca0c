import type { WorkingCopy } from '../../../forms/building/working-copies.ts'
import type { Definition } from '../../../forms/definition.ts'
import { type Read, readDraft } from '../../../forms/drafted-definitions.ts'
import type { Problem } from '../../../forms/faults.ts'
import { readNext } from '../../../forms/versions.ts'
import { urls } from '../../../urls.ts'

/** The parts of making a form, each on a page of its own. */
export const tasks = ['about', 'pages', 'logic', 'translation', 'text', 'preview', 'publish'] as const
export type Task = (typeof tasks)[number]

/** Where each is done. */
export const addressOfTask: Record<Task, (id: string) => string> = {
  about: urls.officeFormAbout,
  pages: urls.officeFormPages,
  logic: urls.officeFormLogic,
  translation: urls.officeFormTranslation,
  text: urls.officeFormText,
  preview: urls.officeFormPreview,
  publish: urls.officeFormPublish,
}

/** How a form stands that is being made: what is wrong with it, by the task where that is put right. */
export interface Standing {
  read: Read
  open: Record<Task, Problem[]>
}

/** `current` is the version that it would follow: what was asked once stays the kind of question that it was. */
export function standingOf(
  { definition }: Pick<WorkingCopy, 'definition'>,
  current: Definition | null = null,
): Standing {
  const read = readDraft(definition)
  const next = read.ok && current ? readNext(current, definition) : read
  const problems = next.ok ? [] : next.problems
  const of = (task: Task) => problems.filter((problem) => taskOf(problem) === task)
  const open = { about: of('about'), pages: of('pages'), logic: of('logic'), translation: of('translation') }
  return { read, open: { ...open, text: of('text'), preview: [], publish: problems } }
}

const about: readonly unknown[] = [
  ...[
    'title',
    'intro',
    'readers',
    'use',
    'category',
    'modes',
    'allowAnonymous',
    'layout',
    'process',
    'filledBy',
  ],
]
const logic: readonly unknown[] = ['conditions', 'values', 'show', 'requiredWhen']
/** What has no page of its own. */
const rest: readonly unknown[] = ['retired']

function taskOf({ where, fault }: Problem): Task {
  if (where.at(-1) === 'en') return 'translation'
  if (where.some((key) => rest.includes(key))) return 'text'
  if (where.some((key) => logic.includes(key)) || fault.startsWith('logic_')) return 'logic'
  if (about.includes(where[0])) return 'about'
  return where.length > 0 ? 'pages' : 'text'
}
