import { openDb } from '../db/client.ts'
import { loadRules } from '../orgs/rules.ts'
import type { Platform } from '../platform/types.ts'
import { addressChangedMail } from './address-changed.ts'
import { alarmMail } from './alarm.ts'
import { consentAnsweredMail } from './consent-answered.ts'
import { digestMail } from './digest/digest-mail.ts'
import { entrustedMail } from './entrusted.ts'
import { extensionAskedMail, extensionDecidedMail } from './extension.ts'
import { invitationMail } from './invitation.ts'
import type { Mails } from './mail.ts'
import { namingMail, namingProposedMail } from './named.ts'
import { dueSoonMail, overdueMail, supervisedMail } from './overdue.ts'
import { sendDue } from './sender.ts'
import { tenWorkersMail } from './ten-workers.ts'
import { testMail } from './test-mail.ts'
import { urgentMail } from './urgent.ts'
import { workerWroteMail } from './worker-wrote.ts'
import { limitationMail } from './year-ends.ts'
import { yourTurnMail } from './your-turn.ts'

/** Kind of notice → its mail. */
export const mails: Mails = {
  digest: digestMail,
  urgent_case: urgentMail,
  entrusted: entrustedMail,
  your_turn: yourTurnMail,
  ten_workers: tenWorkersMail,
  worker_wrote: workerWroteMail,
  consent_answered: consentAnsweredMail,
  extension_asked: extensionAskedMail,
  extension_decided: extensionDecidedMail,
  limitation: limitationMail,
  overdue: overdueMail,
  due_soon: dueSoonMail,
  supervised: supervisedMail,
  alarm: alarmMail,
  invitation: invitationMail,
  naming_proposed: namingProposedMail,
  naming: namingMail,
  address_changed: addressChangedMail,
  test_mail: testMail,
}

/** The job of the sender: what is due goes out, and the queue is asked to look again when more is. */
export async function sendMails(platform: Platform, now: Date): Promise<void> {
  const db = openDb(platform.openDatabase('newest').database)
  const { settings } = await loadRules(db, now)
  const next = await sendDue({ platform, db, settings, now }, mails)
  if (next) await platform.wake({ kind: 'deliveries' }, (next.getTime() - now.getTime()) / 1000)
}
