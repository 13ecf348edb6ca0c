import { sizeText } from '../files/file-size.ts'
import { type FileKind, isPicture, isShown } from '../files/kind-of-file.ts'
import type { View } from './view.ts'

/** A photo or a voice note, to be looked at where browsers show it, and to be kept; on paper, that there is one. */
export function FileLink({ view, file, to, original }: Props) {
  const words = view.m.common.files
  const name = isPicture(file.kind) ? words.photo : words.sound
  return (
    <p class="row file">
      {name(sizeText(file.size))} {isShown(file.kind) && <a href={shownAt(to)}>{words.show}</a>}{' '}
      <a href={to}>{words.fetch}</a>
      {original && (
        <>
          {' '}
          <a href={original}>{words.original}</a>
        </>
      )}
    </p>
  )
}

/** The address at which it is shown instead of kept. */
export const shownAt = (address: string) => `${address}${address.includes('?') ? '&' : '?'}show=1`

interface Props {
  view: View
  file: FileOf
  to: string
  /** Where it lies as it came, for who has opened that. */
  original?: string | undefined
}

interface FileOf {
  kind: FileKind
  size: number
}
