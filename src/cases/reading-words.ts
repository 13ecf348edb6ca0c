import type { Encrypted } from '../db/columns.ts'
import { replies } from '../db/tables/grievances.ts'
import { submissions } from '../db/tables/submissions.ts'
import type { CaseCipher } from '../encryption/case-cipher.ts'
import { withoutPath } from '../forms/answers.ts'

/** What the worker answered, by the names of the questions. */
export async function readAnswers(
  cipher: CaseCipher,
  { id, answers }: Pick<typeof submissions.$inferSelect, 'id' | 'answers'>,
): Promise<Record<string, unknown>> {
  return withoutPath(await cipher.decryptJson(submissions.answers, id, answers))
}

/** A reply with its text. */
export async function readReply<Row extends { id: string; body: Encrypted }>(
  cipher: CaseCipher,
  row: Row,
): Promise<Omit<Row, 'body'> & { body: string }> {
  return { ...row, body: await cipher.decrypt(replies.body, row.id, row.body) }
}
