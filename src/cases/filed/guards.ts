import type { Guard } from '../../engine/process.ts'
import { isFederation } from '../../orgs/tree.ts'
import type { FiledSubject } from './subject.ts'

/** The conditions of what every case of a worker has. */
export const filedGuards = {
  named: { holds: ({ case: it }) => !it.anonymous },
  /** In report mode the identity never leaves the federation. */
  identity_stays: {
    holds: ({ case: it }, grant) =>
      it.mode === 'complaint' || (grant !== null && isFederation(grant.orgPath)),
  },
  complaint: { holds: ({ case: it }) => it.mode === 'complaint' },
  unread: { holds: ({ case: it }) => it.readBy !== null },
  /** Of a name that its worker sealed there is nothing to look at. */
  not_sealed: { holds: ({ isSealed }) => !isSealed },
  /** Who has to be known to be helped has no form that takes him without a name. */
  sealable: { holds: ({ definition }) => definition?.allowAnonymous ?? true },
  sealed: { holds: ({ isSealed }) => isSealed },
  originals_kept: { holds: ({ hasOriginals }) => hasOriginals },
  identity_kept: { holds: ({ hasIdentity }) => hasIdentity },
} as const satisfies Record<string, Guard<FiledSubject>>
