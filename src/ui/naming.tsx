import { englishOf, withEnglish } from '../db/english-name.ts'
import { type Bilingual, locales } from '../db/vocabulary.ts'
import { isWithin, lengthOf } from '../typed/graphemes.ts'
import { TextField } from './fields/typed.tsx'
import type { FormBody } from './form-body.ts'
import type { View } from './view.ts'

/** How long a name may be, in each language. */
export const longestName = { zh: 80, en: 120 }

/** The two fields of a name, of which the English one may stay empty; `at` tells the forms of one page apart. */
export function NameFields({
  view,
  at,
  value,
  error,
  labels = [view.m.office.nameZh, view.m.office.nameEn],
  hint,
}: {
  view: View
  at: string
  value?: Partial<Bilingual> | undefined
  error?: string | undefined
  labels?: [string, string]
  hint?: string
}) {
  return (
    <>
      <TextField
        view={view}
        name={`${at}-zh`}
        label={labels[0]}
        hint={hint}
        value={value?.zh}
        error={error}
      />
      <TextField
        view={view}
        name={`${at}-en`}
        label={labels[1]}
        hint={view.m.office.nameEnHint}
        value={value && englishOf(value)}
        optional
      />
    </>
  )
}

/** The name as it was typed, complete or not. */
export function typedName(body: FormBody, at: string): Bilingual {
  return { zh: body.line(`${at}-zh`), en: body.line(`${at}-en`) }
}

/** The name without what nobody sees of it, and never without an English one; null when it is missing or too long. */
export function readName(body: FormBody, at: string): Bilingual | null {
  const typed = typedName(body, at)
  const name = { zh: visible(typed.zh), en: visible(typed.en) }
  const isRight = name.zh !== '' && locales.every((it) => isWithin(name[it], longestName[it]))
  return isRight ? withEnglish(name) : null
}

/** How what is named is called where something is wrong with it. */
type Called = Pick<View['m']['office'], 'nameMissing' | 'nameZh' | 'nameEn'>

/** What is wrong with a name of which none was read. */
export function nameProblem({ m }: View, body: FormBody, at: string, called: Called = m.office): string {
  const typed = typedName(body, at)
  const long = locales.find((it) => !isWithin(typed[it], longestName[it]))
  if (!long) return called.nameMissing
  const label = { zh: called.nameZh, en: called.nameEn }[long]
  return m.common.tooLong(label, longestName[long], lengthOf(typed[long]))
}

/** What is wrong with the name of a person, if anything is. */
export function personNameProblem({ m }: View, name: string): string | undefined {
  const { staff } = m.office
  if (!name) return staff.nameMissing
  return isWithin(name, 60) ? undefined : m.common.tooLong(staff.name, 60, lengthOf(name))
}

/** Two names that look the same are the same: no line breaks, no characters without a shape. */
function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
}
