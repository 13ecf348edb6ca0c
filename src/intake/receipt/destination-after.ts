import { concernedBy } from '../../cases/grievance/concerned.ts'
import type { CaseForWorker } from '../../cases/loading.ts'
import { isStrict } from '../../cases/sight.ts'
import type { Destination } from '../destination.tsx'

/** Where a case is that was filed. */
export function destinationAfter(filed: CaseForWorker): Destination {
  const { case: it, org } = filed
  return { org: org.name, orgPath: it.orgPath, forNamed: isStrict(it), concerns: concernedBy(filed) }
}
