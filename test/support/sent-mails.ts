import type { OutgoingMail } from '../../src/platform/types.ts'

/** The mail door with nobody behind it: what it was handed stays here. */
export function mailbox() {
  const mails: OutgoingMail[] = []
  const post = async (mail: OutgoingMail) => {
    mails.push(mail)
  }
  return { mails, post }
}
