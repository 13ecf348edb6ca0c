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

/** The name as it was typed; null when one of the two is missing or too long. */
export function readName(body: FormBody, at: string): Bilingual | null {
  const name = typedName(body, at)
  return name.zh && name.en && name.zh.length <= 80 && name.en.length <= 120 ? name : null
}
