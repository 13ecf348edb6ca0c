import type { FileKind } from '../files/kind-of-file.ts'
import { isPicture, isShown } from '../files/kind-of-file.ts'
import type { View } from './view.ts'

/** A photo or a voice note that came with a message: to be looked at where browsers show it, and to be kept. */
export function FileLink({ view, file, to }: { view: View; file: FileOf; to: string }) {
  const words = view.m.common.files
  const name = isPicture(file.kind) ? words.photo : words.sound
  return (
    <p class="row no-print">
      {name(sizeOf(file.size))} {isShown(file.kind) && <a href={shownAt(to)}>{words.show}</a>}{' '}
      <a href={to}>{words.fetch}</a>
    </p>
  )
}

const shownAt = (address: string) => `${address}${address.includes('?') ? '&' : '?'}show=1`

interface FileOf {
  kind: FileKind
  size: number
}

/** Of a file as large as a phone tells it. */
function sizeOf(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
