import { eq, sql } from 'drizzle-orm'
import { messages } from '../../db/tables/cases.ts'
import { files } from '../../db/tables/files.ts'
import { submissions } from '../../db/tables/submissions.ts'
import { dropWords, saidByPeople } from '../../engine/dropping-words.ts'
import { countOfFiles, countOfMessages, noteDeletions } from '../deletion-ledger.ts'
import { encryptAnew } from '../keys/encrypting-anew.ts'
import { forgetChoices } from '../seats/forgetting-choices.ts'
import type { FiledEffect } from './subject.ts'

/**
 * The worker has what he wrote deleted: his answers with their photos and sounds, the thread both ways with its own, for
 * it repeats him, and the words of his own acts. That they happened stays, and what the union wrote for its work: notes,
 * reasons, the signed answer. What nobody has read is not owed to be read any more. Written down, without content. A place
 * that he has stays his; what he waits for is kept until he has it (`seats/filling-seats.ts`), or leaves.
 */
export const eraseWords: FiledEffect = async (scene, subject) => {
  const { db, now } = scene
  const { id } = subject.case
  const anew = await encryptAnew(scene, subject, [submissions.answers, messages.body, files.key])
  const nothing = await anew.cipher.encrypt(submissions.answers, id, '{}')
  return {
    cipher: anew.cipher,
    case: { readBy: null },
    also: [
      noteDeletions(scene, sql`cases.id = ${id}`, 'asked_by_worker', counts),
      db.update(submissions).set({ answers: nothing, erasedAt: now }).where(eq(submissions.id, id)),
      db.delete(messages).where(eq(messages.caseId, id)),
      db.delete(files).where(eq(files.caseId, id)),
      dropWords(db, sql`case_id = ${id} and actor = 'worker'`),
      ...forgetChoices(db, sql`case_id = ${id} and turn is null`),
      ...anew.statements,
    ],
    // The new key holds two at once apart (`erased.ts`).
    mayRepeat: true,
  }
}

/** SQL over `cases`: how much of each kind there is. */
const counts = {
  answers: sql`(select count(*) from submissions s where s.id = cases.id and s.erased_at is null)`,
  messages: countOfMessages,
  files: countOfFiles,
  reasons: sql`(select count(*) from case_events e
    where e.case_id = cases.id and e.actor = 'worker' and ${saidByPeople})`,
}
