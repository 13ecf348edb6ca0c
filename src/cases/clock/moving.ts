import { type SQL, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { listed } from '../../db/listed.ts'
import type { Scene } from '../../orgs/scene.ts'
import { type ClockStep, type Swept, sweep, waitsFor } from './sweeping.ts'

/** A case whose time is over, with what the clock does then. */
export interface Due extends ClockStep {
  id: string
}

/** How many cases a run moved, and whether another run would find more. */
export interface Moved {
  moved: number
  more: boolean
}

/** What goes with moving them: statements before it, a condition that holds before and after them, and columns. */
interface With {
  first?: (which: SQL) => Statement[]
  /** Statements after all of them. */
  last?: (which: SQL) => Statement[]
  only?: SQL
  changes?: Swept['changes']
}

/**
 * Moves cases on in one batch: a few statements for all that make the same step, however many they are. Whom
 * a person moved since they were found is left alone.
 */
export async function moveAlike(
  scene: Scene,
  due: Due[],
  { first = () => [], last = () => [], only = sql`true`, changes = {} }: With = {},
): Promise<void> {
  const groups = [...Map.groupBy(due, ({ process, action }) => `${process} ${action}`).values()]
  const moves = groups.flatMap((alike) => {
    const [step] = alike
    if (!step) return []
    const which = sql`${isOneOf(alike)} and ${only} and ${waitsFor(step)}`
    return [...first(which), ...sweep(scene, step, { which, changes })]
  })
  await inBatch(scene.db, [...moves, ...(moves.length > 0 ? last(isOneOf(due)) : [])])
}

/** SQL over `cases`: one of these. */
function isOneOf(due: Due[]): SQL {
  return sql`cases.id in ${listed(due.map(({ id }) => id))}`
}

/** SQL over `cases`: its next turn is not taken; one that is broken there would fail the batch of all others. */
export const isFree = sql`not exists (
  select 1 from case_events taken where taken.case_id = cases.id and taken.turn = cases.turn + 1)`
