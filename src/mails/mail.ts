import type { Db } from '../db/client.ts'
import type { Locale, NoticeKind } from '../db/vocabulary.ts'
import type { MailContent } from '../mail/content.ts'
import type { MailSettings, MailWays } from '../mail/send.ts'

/** What the sender stands on. */
export interface PostOffice {
  platform: MailWays
  db: Db
  settings: MailSettings & { zone: string }
  now: Date
}

/** A notice on its way to one person by mail. */
export interface Delivery {
  id: string
  address: string
  kind: NoticeKind
  staffId: string
  locale: Locale
  /** Of what is about cases, only those that the person still sees. */
  data: unknown
}

/**
 * Who may still get a notice when it is sent; whoever may not any more is skipped, and so is who reads less
 * by now than what it was counted for (`reach` in its data).
 */
export type Reader = 'who_sees_the_cases' | 'who_reads_cases' | 'who_administers' | 'anybody'

/** One kind of mail: for whom it still holds, and its words. */
export interface Mail {
  for: Reader
  write: (delivery: Delivery, office: PostOffice) => MailContent | Promise<MailContent>
}

export type Mails = Record<NoticeKind, Mail>
