import type { Encrypted } from '../db/columns.ts'
import { replies } from '../db/tables/grievances.ts'
import type { CaseCipher } from '../encryption/case-cipher.ts'
import type { Scene } from '../orgs/scene.ts'

/** What reading the words of cases stands on. */
export type Keys = Pick<Scene, 'db' | 'keys' | 'now'>

/** A reply with its text. */
export async function readReply<Row extends { id: string; body: Encrypted }>(
  cipher: CaseCipher,
  row: Row,
): Promise<Omit<Row, 'body'> & { body: string }> {
  return { ...row, body: await cipher.decrypt(replies.body, row.id, row.body) }
}
