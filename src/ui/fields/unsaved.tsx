import type { View } from '../view.ts'

interface Props {
  view: View
  texts: string[]
  label?: string
}

/** Text that was not saved, in boxes that a finger can select and copy whole. */
export function Typed({ view, texts, label = view.m.common.typed }: Props) {
  return (
    <>
      {texts.map((text, index) => (
        <div class="field">
          <label for={`typed-${index}`}>{label}</label>
          <textarea id={`typed-${index}`} rows={6} readonly>
            {text}
          </textarea>
        </div>
      ))}
    </>
  )
}
