import type { Bilingual } from '../db/vocabulary.ts'
import { TextField } from './fields/typed.tsx'
import type { FormBody } from './form-body.ts'
import type { View } from './view.ts'

/** The two fields of a name that exists in both languages; `at` tells the forms of one page apart. */
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
        maxlength={80}
        value={value?.zh}
        error={error}
      />
      <TextField view={view} name={`${at}-en`} label={labels[1]} maxlength={120} value={value?.en} />
    </>
  )
}

/** The name as it was typed, complete or not. */
export function typedName(body: FormBody, at: string): Bilingual {
  return { zh: body.line(`${at}-zh`), en: body.line(`${at}-en`) }
}

/** The name without what nobody sees of it; null when one of the two is missing or too long. */
export function readName(body: FormBody, at: string): Bilingual | null {
  const typed = typedName(body, at)
  const name = { zh: visible(typed.zh), en: visible(typed.en) }
  return name.zh && name.en && name.zh.length <= 80 && name.en.length <= 120 ? name : null
}

/** Two names that look the same are the same: no line breaks, no characters without a shape. */
function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
}
