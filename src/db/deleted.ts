/** What was deleted, and why, as the ledger names it. */
export const deletedKinds = [
  'identity',
  'answers',
  'messages',
  'files',
  'replies',
  'reasons',
  'consents',
  'referrals',
  'notices',
  'news',
  'log',
] as const
export type DeletedKind = (typeof deletedKinds)[number]
export const deletionReasons = [
  'retention',
  'asked_by_worker',
  'corrected_by_worker',
  'unreachable',
  'old',
] as const
export type DeletionReason = (typeof deletionReasons)[number]
