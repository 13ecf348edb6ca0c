import { Submit } from './fields/sending.tsx'
import { TextField } from './fields/typed.tsx'
import type { View } from './view.ts'

/** What workers are told by, as the settings say. */
export interface NewsTexts {
  sender: Record<'zh' | 'en', string>
  subject: Record<'zh' | 'en', string>
  address: string
}

/** The name of the field: no other form of a page has it. */
export const newsMail = 'newsMail'

interface Props {
  view: View
  texts: NewsTexts
  /** Where it is sent, where that is not the form's own address. */
  to?: string
  value?: string | undefined
  error?: string | undefined
}

/** Where a worker leaves a mailbox, with all that he gives away by it said before he does. */
export function NewsFields({ view, texts, to, value, error }: Props) {
  const words = view.m.news
  return (
    <>
      <p>{words.about}</p>
      <p>{words.says(texts.sender[view.locale], texts.subject[view.locale], texts.address)}</p>
      <p>{words.kept}</p>
      <TextField
        view={view}
        name={newsMail}
        label={words.label}
        hint={words.hint}
        value={value}
        error={error}
        inputmode="email"
        autocomplete="off"
      />
      <Submit quiet {...(to && { to })}>
        {words.button}
      </Submit>
    </>
  )
}
