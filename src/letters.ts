import { openDb } from './db/client.ts'
import { digestLetter } from './digest/letter.ts'
import type { Bindings } from './env.ts'
import { type Renderers, sendDue } from './mail/sending.ts'
import { wake } from './mail/waking.ts'
import { loadRules } from './orgs/rules.ts'
import { alarmLetter } from './watch/alarm-letter.ts'
import { invitationLetter } from './watch/invitation-letter.ts'
import { overdueLetter } from './watch/overdue-letter.ts'
import { urgentLetter } from './watch/urgent-letter.ts'

/** Kind of mail → who writes it. */
export const renderers: Renderers = {
  digest: digestLetter,
  urgent_case: urgentLetter,
  overdue: overdueLetter,
  alarm: alarmLetter,
  invitation: invitationLetter,
}

/** The job of the sender: what is due goes out, and the queue is asked to look again when more is. */
export async function sendLetters(env: Bindings, now: Date): Promise<void> {
  const db = openDb(env.DB)
  const { settings } = await loadRules(db, now)
  const next = await sendDue({ env, db, settings, now }, renderers)
  if (next) await wake(env.WAKE, { kind: 'deliveries' }, (next.getTime() - now.getTime()) / 1000)
}
