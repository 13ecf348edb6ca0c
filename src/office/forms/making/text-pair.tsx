import type { Bilingual } from '../../../db/vocabulary.ts'
import { TextArea, TextField } from '../../../ui/fields/typed.tsx'
import type { FormBody } from '../../../ui/form-body.ts'
import type { View } from '../../../ui/view.ts'

interface Props {
  view: View
  at: string
  label: string
  hint?: string
  value: Bilingual
  error?: string | undefined
  optional?: boolean
  /** That it is written in several lines. */
  isLong?: boolean
}

/** A text of a form in both languages, of which one may be written later. */
export function TextPair({ view, at, label, hint, value, error, optional = false, isLong = false }: Props) {
  const english = `${label} · ${view.m.builder.question.english}`
  const [zh, en] = [
    { view, name: `${at}-zh`, label, hint, value: value.zh, error, optional },
    { view, name: `${at}-en`, label: english, value: value.en, optional: true },
  ]
  return isLong ? (
    <>
      <TextArea {...zh} rows={3} />
      <TextArea {...en} rows={3} />
    </>
  ) : (
    <>
      <TextField {...zh} />
      <TextField {...en} />
    </>
  )
}

/** Such a text as it was typed. */
export function pairIn(form: FormBody, at: string): Bilingual {
  return { zh: form.line(`${at}-zh`), en: form.line(`${at}-en`) }
}

/** The same of one that need not be there. */
export function pairOrNone(form: FormBody, at: string): Bilingual | undefined {
  const pair = pairIn(form, at)
  return pair.zh || pair.en ? pair : undefined
}
