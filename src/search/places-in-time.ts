/** As many cases as may be filed in one millisecond. */
export const placesAtOnce = 4096

/** The first place in the index of what was filed at an instant: the later, the higher, so that the newest come first. */
export function placeAt(instant: Date): number {
  return instant.getTime() * placesAtOnce
}
