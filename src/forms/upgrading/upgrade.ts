import type { Json } from '../json.ts'
import { schemaNow } from '../stored-shape.ts'
import { from1 } from './from-1.ts'

/** What makes of each shape the next one; the first shape has no number. */
const steps: Record<number, (before: Json) => Json> = { 1: from1 }

/**
 * A stored definition in the shape of now, step by step; what no step knows goes along. One of a later version of the
 * service stays as it is, and is read for what is left of it.
 */
export function upgraded(stored: Json): Json {
  let it = stored
  for (let schema = schemaOf(it); schema < schemaNow; schema++) it = steps[schema]?.(it) ?? it
  return it
}

/** What no version ever wrote is read as the first. */
function schemaOf({ schema }: Json): number {
  return typeof schema === 'number' && schema >= 1 ? schema : 1
}
