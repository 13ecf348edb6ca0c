import { sendAgain } from '../db/outbox.ts'
import { administersAll } from './administering.ts'
import { auditRow, type Office } from './auditing.ts'

/** Puts a stopped mail back in line; any other stays as it is. False when mail is not his to keep. */
export async function resend(office: Office, deliveryId: string): Promise<boolean> {
  const { db, now, by } = office
  if (!administersAll(by)) return false
  await db.batch([sendAgain(db, deliveryId, now), auditRow(office, 'mail_sent_again', deliveryId)])
  return true
}
