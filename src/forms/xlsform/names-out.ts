import type { Field } from '../fields.ts'

/** The name of a row of a matrix, which is a question of its own there. */
export const rowName = (matrix: string, row: string) => `${matrix}__${row}`

/** As what a yes or a no is stored there: of two options, or of a box. */
export function truthWord(field: Field | undefined, is: boolean): string {
  // A box that is not ticked is no answer, so that it is never a no.
  const isBox = field?.type === 'consent' || field?.type === 'declaration'
  if (!is) return 'no'
  return isBox ? 'OK' : 'yes'
}
