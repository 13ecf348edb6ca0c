import { query } from '../urls.ts'
import type { View } from './view.ts'

/** A part of a long thread and of a long history, by what came before it. */
interface Part {
  messages?: string | undefined
  events?: number | undefined
}

interface Props {
  view: View
  /** The address of the page with the newest of both. */
  address: string
  of: keyof Part
  /** Which part this is, and where the one before it ends. */
  part: Part | null
  older: Part
}

/** Of a long thread or history: the way to what came before, and back to the newest. */
export function OtherParts({ view, address, of, part, older }: Props) {
  const anchor = { messages: '#thread', events: '#history' }[of]
  const before = older[of]
  const isOlder = part?.[of] !== undefined
  if (before === undefined && !isOlder) return null
  return (
    <p class="row">
      {before !== undefined && (
        <a href={address + query({ [of]: before }) + anchor}>{view.m.common.earlier}</a>
      )}
      {isOlder && <a href={address + anchor}>{view.m.common.newest}</a>}
    </p>
  )
}
