import { standingHere } from '../../forms/room.ts'
import { Notice } from '../../ui/parts.tsx'
import type { Sheet } from './form-page.tsx'

/** Before anything is asked: whoever goes on will wait for a place. */
export function NoPlaceLeft({ sheet: { view, room, opened } }: { sheet: Sheet }) {
  return standingHere(room, opened.site) === 'waits' ? <Notice>{view.m.seats.before}</Notice> : null
}
