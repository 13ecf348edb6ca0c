interface Sent {
  to: string
  subject: string
  text: string
  html: string
}

/** The mail door with nobody behind it: what it was handed stays here. */
export function mailbox() {
  const mails: Sent[] = []
  const EMAIL = {
    async send(mail: Sent) {
      mails.push(mail)
      return { messageId: String(mails.length) }
    },
  } as unknown as SendEmail
  return { mails, EMAIL }
}
