/** A new row's id: sorts by time, and cannot be guessed. */
export function newId(now: Date): string {
  const time = now.getTime().toString(36).padStart(9, '0')
  const random = crypto.getRandomValues(new Uint8Array(8))
  return time + Array.from(random, (byte) => byte.toString(36).padStart(2, '0')).join('')
}
