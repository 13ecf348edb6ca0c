import { and, asc, eq } from 'drizzle-orm'
import { consents } from '../db/tables/consents.ts'
import type { CaseCipher } from '../encryption/case-cipher.ts'
import type { Subject } from '../engine/process.ts'
import type { Scene } from '../orgs/scene.ts'

type Row = typeof consents.$inferSelect

/** Once that a worker was asked whether somebody may be told who he is. */
export type Consent = Omit<Row, 'recipient' | 'contact' | 'purpose'> &
  Record<'recipient' | 'contact' | 'purpose', string>

/** How it stands: he was asked, he said yes or no, or he took his yes back. */
export type Standing = 'asked' | 'given' | 'refused' | 'withdrawn'

export function standingOf({ answer, withdrawnAt }: Pick<Row, 'answer' | 'withdrawnAt'>): Standing {
  return withdrawnAt ? 'withdrawn' : (answer ?? 'asked')
}

/** All that the worker of a case was asked, oldest first. */
export async function consentsOf(
  { db }: Pick<Scene, 'db'>,
  { case: { id }, cipher }: Pick<Subject, 'case' | 'cipher'>,
): Promise<Consent[]> {
  const rows = await db.select().from(consents).where(eq(consents.caseId, id)).orderBy(asc(consents.id))
  return Promise.all(rows.map((row) => readConsent(cipher, row)))
}

/** One of them; null where the case has none of this id. */
export async function consentOf(
  { db }: Pick<Scene, 'db'>,
  { case: it, cipher }: Pick<Subject, 'case' | 'cipher'>,
  id: string,
): Promise<Consent | null> {
  const [row] = await db
    .select()
    .from(consents)
    .where(and(eq(consents.caseId, it.id), eq(consents.id, id)))
  return row ? readConsent(cipher, row) : null
}

async function readConsent(cipher: CaseCipher, row: Row): Promise<Consent> {
  const [recipient, contact, purpose] = await Promise.all([
    cipher.decrypt(consents.recipient, row.id, row.recipient),
    cipher.decrypt(consents.contact, row.id, row.contact),
    cipher.decrypt(consents.purpose, row.id, row.purpose),
  ])
  return { ...row, recipient, contact, purpose }
}
