import { type SQL, sql } from 'drizzle-orm'
import type { Statement } from '../../db/client.ts'
import { actOnAll, beginsDates, type Sweep } from '../../engine/act-on-all.ts'
import { guardsSql } from '../../engine/allowed.ts'
import type { Scene } from '../../orgs/scene.ts'
import { clockedOfNone } from '../grievance/clocks.ts'
import { grievance } from '../grievance/process.ts'
import { type Action, isOfRegister, lineOf } from '../processes.ts'
import { register } from '../register/process.ts'

type Swept = Omit<Sweep<never>, 'action' | 'facts'>

/** Statements: the clock's step for all cases that match, by the process of the action. */
export function sweep(scene: Scene, action: Action, danger: boolean, swept: Swept): Statement[] {
  return isOfRegister(action)
    ? actOnAll(register, scene, { ...swept, action, facts: {} })
    : // Of the case itself, the dates that begin with a step of the clock depend on danger alone.
      actOnAll(grievance, scene, { ...swept, action, facts: { ...clockedOfNone, danger } })
}

/** Whether it matters for a step of the clock if a case is dangerous: where dates begin with it. */
export function dependsOnDanger(action: Action): boolean {
  return !isOfRegister(action) && beginsDates(grievance, action)
}

/** SQL over `cases`: where a step of the clock may be made, with nobody of the union who has the case. */
export function waitsFor(action: Action): SQL {
  const process = isOfRegister(action) ? register : grievance
  const line = lineOf(action)
  return sql`cases.process = ${process.name} and cases.state in ${line.from} and cases.holder_role is null
    and ${guardsSql(process, line)}`
}
