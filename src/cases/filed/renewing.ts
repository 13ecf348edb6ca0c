import type { FiledEffect } from './subject.ts'

/** The worker puts another receipt in place of one that somebody else may know; the old one is void from here on. */
export const replaceReceipt: FiledEffect = (_scene, _subject, { receiptHash }) =>
  receiptHash ? { case: { receiptHash } } : { ok: false, why: 'invalid' }
