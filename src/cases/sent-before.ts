import { eq, sql } from 'drizzle-orm'
import { cases } from '../db/tables/cases.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { identities, submissions } from '../db/tables/submissions.ts'
import { Unreadable } from '../encryption/unreadable.ts'
import type { Scene } from '../orgs/scene.ts'
import { cipherOn, type Keys } from './ciphers.ts'
import type { Filing } from './filing.ts'
import type { Route } from './grievance/routing.ts'
import { caseIdFor, receiptFor, receiptHash } from './receipts.ts'
import { isToBeSealed, unsealed } from './vault.ts'

/** Whoever sends a form, by something that nobody learns from the form itself. */
export interface Filer {
  secret: string
  /** His browser keeps it for him; else it is good for a second tap of the same words, and no longer. */
  isKept: boolean
}

const secondTap = 60_000

/** The receipt of a key for whoever sends it: a key alone, which stands in a page, yields no receipt. */
export function receiptOf(
  { receiptSecret, key }: Pick<Filing, 'receiptSecret' | 'key'>,
  filer: Filer | null,
): Promise<string> {
  return receiptFor(receiptSecret, filer ? `${key} ${filer.secret}` : key)
}

/**
 * Who sent a form already: nobody, this browser, or another one. What this one sent before its worker left counts as
 * another's; of that nothing may be shown.
 */
export async function senderOf(
  scene: Keys,
  form: Pick<Filing, 'receiptSecret' | 'key'>,
  filer: Filer,
): Promise<'nobody' | 'this_browser' | 'another'> {
  const { receiptSecret: secret, key } = form
  const before = await sentBefore(scene, await caseIdFor(secret, key))
  if (!before) return 'nobody'
  const isHis =
    filer.isKept && before.receiptHash === (await receiptHash(secret, await receiptOf(form, filer)))
  return isHis ? 'this_browser' : 'another'
}

/** What a key was used for before, by the case that it makes. */
export async function sentBefore(scene: Keys, caseId: string) {
  const [row] = await scene.db
    .select({
      id: cases.id,
      number: cases.number,
      receiptHash: cases.receiptHash,
      // Of an anonymous case the row keeps the day alone.
      filedAt: sql<number>`(select e.at from case_events e where e.case_id = ${cases.id} and e.seq = 1)`,
      mode: submissions.mode,
      anonymous: cases.anonymous,
      bypassesUnit: cases.bypassesUnit,
      answers: submissions.answers,
      details: identities.details,
      sealed: identities.sealed,
      key: caseKeys,
      state: cases.state,
    })
    .from(submissions)
    .innerJoin(cases, eq(cases.id, submissions.id))
    .leftJoin(identities, eq(identities.caseId, cases.id))
    .leftJoin(caseKeys, eq(caseKeys.caseId, cases.id))
    .where(eq(submissions.id, caseId))
  if (!row) return undefined
  const { answers, details, key, state, ...rest } = row
  return {
    ...rest,
    /** What was said then; asked for where it matters, so that whose words are damaged still gets his receipt. */
    async said(receipt: string) {
      const cipher = cipherOn(scene, { id: row.id, state, parentId: null }, key)
      const kept = details && (await cipher.decrypt(identities.details, row.id, details))
      return {
        answers: await cipher.decrypt(submissions.answers, row.id, answers),
        details: kept && rest.sealed ? await unsealed(row.id, kept, receipt) : kept,
      }
    },
  }
}

type Before = NonNullable<Awaited<ReturnType<typeof sentBefore>>>

/** Whether who sends now is who sent before: the receipt that is derived for him is the one that holds. */
export function isOwn(
  before: Before,
  { now }: Pick<Scene, 'now'>,
  { hash, filer, sameAnswers }: { hash: string; filer: Filer | null; sameAnswers: boolean },
): boolean {
  if (before.receiptHash !== hash) return false
  if (!filer || filer.isKept) return true
  return sameAnswers && now.getTime() - before.filedAt < secondTap
}

/**
 * Whether it was said and sent in the same way: what was asked, by whom, as what, and past whom. Where what was said
 * cannot be read any more, nobody can tell, and it counts as the same.
 */
export async function isSame(
  before: Before,
  filing: Filing,
  { bypassesUnit }: Route,
  receipt: string,
): Promise<boolean> {
  const isSentAlike =
    before.mode === filing.mode &&
    before.anonymous === filing.anonymous &&
    before.bypassesUnit === bypassesUnit &&
    (before.sealed === null || before.sealed === isToBeSealed(filing))
  if (!isSentAlike) return false
  try {
    const { answers, details } = await before.said(receipt)
    const isAsSaid = answers === JSON.stringify(filing.answers)
    const isNamedAlike = before.sealed === null || details === JSON.stringify(filing.identity)
    return isAsSaid && isNamedAlike
  } catch (error) {
    if (error instanceof Unreadable) return true
    throw error
  }
}
