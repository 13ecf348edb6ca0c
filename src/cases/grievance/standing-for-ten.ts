import type { Telling } from '../../engine/telling.ts'

/** From ten workers on a case is the chair's to sign. */
export function standsForTen(workers: number): boolean {
  return workers >= 10
}

/** The chair is told of it once, when it is accepted or comes to stand for so many. */
export const tellChair: Telling = { who: 'chair', notice: 'ten_workers', event: 'ten' }
