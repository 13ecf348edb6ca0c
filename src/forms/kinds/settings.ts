import * as v from 'valibot'
import { isWithin } from '../../typed/graphemes.ts'
import { oneLine } from '../../typed/line.ts'
import { rule } from '../faults.ts'
import { condition } from '../logic/expressions.ts'

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.transform(oneLine),
    v.nonEmpty(),
    v.check((it) => isWithin(it, most), rule('text_too_long')),
  )

/** A text in both languages; a definition is never published in one only. */
export const bilingual = v.object({ zh: words(600), en: words(1200) })

/**
 * Names that the page itself uses, for its own controls, anchors and places. No new version has them; one that was published
 * when they were free is read as it is.
 */
export const taken: readonly string[] = [
  ...['step', 'token', 'mode', 'named', 'seal', 'bypass', 'website', 'main', 'helplines', 'lang', 'view'],
  ...['page', 'resume', 'words', 'filing', 'check'],
]

/** What every object has under this name already: an answer under it would be lost, or never missing. */
export const isOwn = (it: string) => !['constructor', 'prototype', '__proto__'].includes(it)

export const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/), v.check(isOwn, rule('name_taken')))

export const yes = v.optional(v.boolean(), false)
/** Of a kind that is never asked otherwise; a definition that says no is refused. */
export const always = v.optional(v.literal(true), true)

/** How many characters an answer may have. */
export const length = (usual: number) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000)), usual)

/** What stands on the page. */
export const shown = { name, label: bilingual, hint: v.optional(bilingual) }

/** What must hold, with what is said where it does not; it may look at the page itself and at those before. */
const check = v.object({ id: name, holds: condition, text: bilingual })

/** Their words are kept by their ids. */
const checks = v.pipe(
  v.array(check),
  v.maxLength(5),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, rule('names_repeat')),
)

/** What is asked. */
export const question = {
  ...shown,
  required: yes,
  /** The condition by which it is required. */
  requiredWhen: v.optional(name),
  sensitive: yes,
  checks: v.optional(checks, []),
}
/** Whether the answer names the worker; it then goes to the vault, never to the answers. */
export const identity = yes
