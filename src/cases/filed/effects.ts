import { eraseWords } from './erasing-words.ts'
import { correct, erase, look } from './identities.ts'
import { writeToUnion, writeToWorker } from './messages.ts'
import { replaceReceipt } from './renewing.ts'
import { openIdentity, sealIdentity } from './sealing-names.ts'
import type { FiledEffect } from './subject.ts'
import { readMessages } from './unread.ts'

/** What the lines that every case of a worker has change beyond themselves. */
export const filedEffects = {
  look_at_identity: look,
  open_originals: look,
  correct,
  erase_identity: erase,
  erase_words: eraseWords,
  seal_identity: sealIdentity,
  open_identity: openIdentity,
  replace_receipt: replaceReceipt,
  write: writeToWorker,
  write_to_union: writeToUnion,
  read_messages: readMessages,
} as const satisfies Record<string, FiledEffect>
