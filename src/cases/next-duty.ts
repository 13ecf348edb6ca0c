import type { CasePage } from './loading.ts'
import { processes } from './processes.ts'
import type { RunningDuty } from './running-duties.ts'

/**
 * The duty that the next step of a case is owed by: that of its state, else the nearest but for first
 * contact, which is no step. Undefined where nothing is owed any more.
 */
export function nextDuty({ case: it, duties }: Owed): RunningDuty | undefined {
  const own = processes[it.process].states[it.state as never]
  const ownKind = own && (own as { duty?: string }).duty
  return (
    duties.find(({ kind }) => kind === ownKind) ?? duties.find(({ kind }) => kind !== 'contact') ?? duties[0]
  )
}

interface Owed {
  case: Pick<CasePage['case'], 'process' | 'state'>
  duties: readonly RunningDuty[]
}
