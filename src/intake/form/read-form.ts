import { isToBeSealed } from '../../cases/vault.ts'
import { plainName } from '../../db/english-name.ts'
import type { Locale, Mode } from '../../db/vocabulary.ts'
import type { AnswerError, FiledAnswers, Posted } from '../../forms/answers.ts'
import { type Reading, readAnswers } from '../../forms/checked-answers.ts'
import { type Definition, identityFields } from '../../forms/definition.ts'
import type { Opened } from '../../forms/versions.ts'

/** What a worker filled in: answers, and how he wants it sent. */
export interface Filled extends Reading {
  mode: Mode | undefined
  named: boolean | undefined
  bypass: boolean
  /** That only his receipt is to open who he is. */
  sealed: boolean
}

/** All that was answered, as it is filed. */
export function filedAnswers({ answers, entries }: Pick<Filled, 'answers' | 'entries'>): FiledAnswers {
  return { ...answers, ...entries }
}

/** The names of the page's own controls; `website` is the trap. */
export const ownControls = [
  'step',
  'token',
  'mode',
  'named',
  'seal',
  'bypass',
  'wait',
  'website',
  'page',
  'resume',
]

/** Reads a posted form against a version; every error is kept beside the field it belongs to. */
export function readFilled(
  definition: Definition,
  posted: Posted,
  { today, enterprise, locale }: { today: string; enterprise: Opened['enterprise']; locale: Locale },
): Filled {
  const mode = definition.modes.length === 1 ? definition.modes[0] : modeOf(definition, posted)
  const named = definition.allowAnonymous ? namedOf(posted) : identityFields(definition).length > 0
  const reading = readAnswers(definition, posted, {
    named: named === true,
    today,
    enterprise: enterprise ? { id: enterprise.id, name: plainName(enterprise.name, locale) } : undefined,
    besides: ownControls,
  })
  if (!mode) reading.errors.mode = missingOr(posted, 'mode')
  if (named === undefined) reading.errors.named = missingOr(posted, 'named')
  const sealed = isToBeSealed({ mode, sealed: posted.get('seal') === 'yes' && offersSeal(definition) })
  return {
    ...reading,
    mode,
    named,
    bypass: posted.get('bypass') === 'yes' && offersBypass(definition),
    sealed,
  }
}

/** Whoever may stay anonymous may seal his name; a form that needs it to help him offers neither. */
export function offersSeal({ allowAnonymous, modes }: Definition): boolean {
  return allowAnonymous && modes.includes('complaint')
}

/** An officer who writes about others has no unit of his own to keep it from. */
export function offersBypass({ filledBy }: Definition): boolean {
  return filledBy !== 'officer'
}

function modeOf(definition: Definition, posted: Posted): Mode | undefined {
  return definition.modes.find((mode) => mode === posted.get('mode'))
}

function namedOf(posted: Posted): boolean | undefined {
  const answer = posted.get('named')
  return answer === 'yes' ? true : answer === 'no' ? false : undefined
}

function missingOr(posted: Posted, name: string): AnswerError {
  return posted.get(name) === '' ? 'required' : 'not_offered'
}
