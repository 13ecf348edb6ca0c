import type { Target } from '../../orgs/settings.ts'
import type { FormBody } from '../../ui/form-body.ts'

/** What a length is counted in, as `engine/lengths.ts` reads it. */
export const lengthUnits = ['h', 'd', 'wd'] as const
export type LengthUnit = (typeof lengthUnits)[number]

export const unitField = (target: string) => `target-${target}-unit`

/** A length as it is kept, from a number and a unit as they were typed; an empty text where they make none. */
export function readLength(body: FormBody, target: string): string {
  const amount = body.count(`target-${target}`)
  const unit = lengthUnits.find((it) => it === body.get(unitField(target)))
  return Number.isInteger(amount) && unit ? `${amount}${unit}` : ''
}

/** The two fields of each length that is kept. */
export function lengthFields(targets: Record<Target, string>): Record<string, string> {
  const fields = Object.entries(targets).flatMap(([target, length]) => [
    [`target-${target}`, String(Number.parseInt(length, 10))],
    [unitField(target), length.replace(/^\d+/, '')],
  ])
  return Object.fromEntries(fields)
}
