import { Submit } from '../../../ui/fields/sending.tsx'
import type { View } from '../../../ui/view.ts'
import { Removing } from './removing.tsx'

interface Props {
  view: View
  words: { duplicate: string; remove: string; removeLead: string }
}

/** What can be done with a page or a question: it is saved, added once more, or removed. */
export function PartActs({ view, words }: Props) {
  return (
    <>
      <p class="row">
        <Submit name="act" value="save">
          {view.m.common.save}
        </Submit>
        <Submit quiet name="act" value="duplicate">
          {words.duplicate}
        </Submit>
      </p>
      <Removing label={words.remove} means={words.removeLead} />
    </>
  )
}
