import type { View } from './view.ts'

/** Said to whoever signed up: he has a place, or is the how manieth who waits for one. */
export function seatText({ m }: View, seat: 'has' | { waits: number }): string {
  return seat === 'has' ? m.seats.has : m.seats.waits(seat.waits)
}
