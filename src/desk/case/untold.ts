import type { CasePage as Loaded } from '../../cases/loading.ts'

export type Untold = 'report' | 'anonymous' | 'sealed' | 'unasked'

/** Why nobody else learns who the worker is as long as he agreed to nothing; only of the last he may be asked. */
export function untoldOf({ case: it, isSealed }: Loaded): Untold {
  if (it.mode === 'report') return 'report'
  if (it.anonymous) return 'anonymous'
  return isSealed ? 'sealed' : 'unasked'
}
