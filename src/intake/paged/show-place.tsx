import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { pageNamed } from '../../forms/definition.ts'
import type { FileQuestion } from '../../forms/file-questions.ts'
import { asksPlace } from '../../forms/meaning.ts'
import { computedIn } from '../../forms/show-answers.ts'
import { errorsAt } from '../../forms/stepping.ts'
import { bodyOf } from '../../ui/form-body.ts'
import { unasked } from '../../ui/questions/error-text.ts'
import type { Settled } from '../form/employer.ts'
import { keptFiler } from '../form/filer.ts'
import type { Again } from '../form/form-page.tsx'
import { OnePage } from './one-page.tsx'
import { placeErrors } from './place-errors.ts'
import { hasForgotten } from './resume-cookie.ts'
import { fileAddressOf, type Walk } from './walk.ts'

interface How {
  status?: 200 | 422 | 429 | 503
  again?: Again | undefined
  /** With what is wrong there; whoever comes there anew is not told before he has answered. */
  isTold?: boolean
  /** Which employers go by the name that he wrote, and whether he is to choose. */
  employer?: Pick<Settled, 'candidates' | 'undecided'>
  /** A file that was not taken, and what is said at its question. */
  wrongFile?: { question: FileQuestion; error: string } | undefined
}

const noEmployer = { candidates: [], undecided: null }

/** What is worked out there, as text under the name of its field. */
function computedAt({ progress, filled, sheet }: Walk, place: string): [string, string][] {
  const { definition, view } = sheet
  const fields = pageNamed(progress.definition, place)?.fields ?? []
  return fields.flatMap((field): [string, string][] => {
    const text = computedIn(definition, field, filled.answers[field.name], view.locale)
    return text === null ? [] : [[field.name, text]]
  })
}

/** A page of the form, with what was typed there. */
export async function showPlace(
  c: Context<AppEnv>,
  walk: Walk,
  place: string,
  { status = 200, again, isTold = false, employer = noEmployer, wrongFile }: How = {},
) {
  const { sheet, draft, progress } = walk
  const { view } = sheet
  view.locates = asksPlace(sheet.definition)
  const values = bodyOf([...draft.entries, ...computedAt(walk, place)])
  const errors = isTold ? placeErrors(sheet, place, errorsAt(progress, place), values) : {}
  if (isTold && employer.undecided) errors[employer.undecided] = view.m.questions.errors.which
  if (wrongFile) errors[wrongFile.question.name] = unasked(wrongFile.error)
  // Whoever keeps no cookies cannot be known by an address.
  const fileAt = (await keptFiler(c)) ? (id: string) => fileAddressOf(walk, id) : undefined
  const asking = { view, values, errors, candidates: employer.candidates, fileAt, room: sheet.room }
  c.header('Cache-Control', 'no-store')
  const page = { walk, place, asking, again, isForgotten: hasForgotten(c) }
  return c.html(<OnePage {...page} />, status)
}
