import { sql } from 'drizzle-orm'
import type { Encrypted } from '../db/columns.ts'
import { cases } from '../db/tables/cases.ts'
import { grievances } from '../db/tables/grievances.ts'
import type { Bilingual, ReplyOutcome, Role, State } from '../db/vocabulary.ts'
import type { KeptKey } from '../encryption/keyring.ts'
import { cipherOn, type Keys } from './ciphers.ts'
import { readReply } from './reading-words.ts'
import { type RunningDuty, type RunningRow, readDuties, runningDuties } from './running-duties.ts'

/**
 * Of a merged case the one that lives on, as far as the worker of the merged one may know: how far it is, who has
 * it, by when, and its answer. No word of another worker is in it, and nobody's name.
 */
export interface Living {
  state: State
  holderRole: Role | null
  holderOrgId: string | null
  holderId: string | null
  handlerId: string | null
  holderOrg: Bilingual | null
  duties: RunningDuty[]
  /** The answer that is signed and in force. */
  reply: { outcome: ReplyOutcome; body: string; signedAt: Date; by: Role | null } | null
}

/** SQL over `cases` and their `grievances`, in one column: of a merged case the one that lives on. */
export const livingOf = sql<
  string | null
>`(select json_object('id', l.id, 'state', l.state, 'holderRole', l.holder_role,
    'holderOrgId', l.holder_org_id, 'holderId', l.holder_id, 'handlerId', l.handler_id,
    'holderOrg', (select json(o.name) from organisations o where o.id = l.holder_org_id),
    'key', (select json_object('caseId', k.case_id, 'id', k.id, 'wrappedBy', k.wrapped_by, 'wrapped', k.wrapped)
      from case_keys k where k.case_id = l.id),
    'duties', ${runningDuties(sql`l.id`)},
    'reply', (select json_object('id', r.id, 'outcome', r.outcome, 'body', r.body, 'signedAt', r.signed_at,
      'by', (select e.role from case_events e where e.case_id = l.id and e.action = 'sign' order by e.seq desc limit 1))
      from grievances lg join replies r on r.id = lg.reply_id
      where lg.case_id = l.id and r.signed_at is not null))
  from cases l where l.id = ${grievances.mergedIntoId} and ${cases.closingLabel} = 'merged')`

export async function readLiving(scene: Keys, text: string | null): Promise<Living | null> {
  const row: Stored | null = JSON.parse(text ?? 'null')
  if (!row) return null
  const { id, key, duties, reply, ...rest } = row
  const cipher = cipherOn(scene, { id, state: row.state, parentId: null }, key)
  return {
    ...rest,
    duties: readDuties(duties),
    reply: reply && {
      ...(await readReply(cipher, reply)),
      signedAt: new Date(reply.signedAt),
    },
  }
}

/** As JSON keeps it. */
type Stored = Omit<Living, 'duties' | 'reply'> & {
  id: string
  key: KeptKey | null
  duties: RunningRow[]
  reply: (Omit<NonNullable<Living['reply']>, 'body' | 'signedAt'> & StoredText) | null
}

interface StoredText {
  id: string
  body: Encrypted
  signedAt: number
}
