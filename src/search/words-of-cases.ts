import { eq, type SQL, sql } from 'drizzle-orm'
import { isChanged } from '../cases/changed-cases.ts'
import { cipherAnew, cipherOn, type Keys } from '../cases/ciphers.ts'
import { readAnswers } from '../cases/reading-words.ts'
import type { Encrypted } from '../db/columns.ts'
import { listed } from '../db/listed.ts'
import { caseEvents, cases, messages } from '../db/tables/cases.ts'
import { replies } from '../db/tables/grievances.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { submissions } from '../db/tables/submissions.ts'
import type { CaseCipher } from '../encryption/case-cipher.ts'
import { isOvertaken } from '../encryption/overtaken.ts'
import { Unreadable } from '../encryption/unreadable.ts'
import type { Answer } from '../forms/answers.ts'
import { questionsOf } from '../forms/definition.ts'
import { isIdentity, type Question } from '../forms/fields.ts'
import { keptDefinition } from '../forms/kept-definitions.ts'
import { kindOf } from '../forms/kinds/all.ts'

export type OpenedCase = Awaited<ReturnType<typeof rowsOfCases>>[number] & {
  cipher: CaseCipher
  /** What the worker wrote in the form, and no name of his; null where it cannot be read. */
  answers: string[] | null
  /** The employer as the form has it. */
  employer: string | null
}

/** The cases that `which` matches, with what their workers wrote in the form. */
export async function openCases(scene: Keys, which: SQL | undefined): Promise<OpenedCase[]> {
  const rows = await rowsOfCases(scene, which)
  return Promise.all(
    rows.map(async (row) => {
      const cipher = cipherOn(scene, row, row.key)
      const written = await ifReadable(() => answersOf(scene, row, cipher))
      const employer = written?.find(({ type }) => type === 'enterprise')?.texts[0] ?? null
      return { ...row, cipher, answers: written?.flatMap(({ texts }) => texts) ?? null, employer }
    }),
  )
}

/**
 * All else that people wrote on these cases: messages, answers of the union, reasons and notes. Null as above; what got
 * another key meanwhile is read by that.
 */
export async function openRest(
  scene: Keys,
  opened: readonly OpenedCase[],
): Promise<Map<string, string[] | null>> {
  if (opened.length === 0) return new Map()
  const theirs = listed(opened.map(({ id }) => id))
  const rows = await scene.db.all<{
    caseId: string
    place: keyof typeof places
    row: string
    words: Encrypted
  }>(
    sql`select case_id as "caseId", 'messages' as place, id as row, body as words from messages
        where case_id in ${theirs}
      union all select case_id, 'replies', id, body from replies where case_id in ${theirs} and body <> ''
      union all select case_id, 'events', coalesce(id, ''), reason from case_events
        where case_id in ${theirs} and reason is not null and actor in ('staff', 'worker')`,
  )
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId)
  const read = opened.map(async (it): Promise<[string, string[] | null]> => {
    const written = byCase.get(it.id) ?? []
    const all = (cipher: CaseCipher) =>
      Promise.all(written.map(({ place, row, words }) => cipher.decrypt(places[place], row, words)))
    return [it.id, await ifReadable(() => readAnew(scene, it, all))]
  })
  return new Map(await Promise.all(read))
}

/** By the key that the case had when it was opened; where it got another one since, by that. */
async function readAnew<Read>(
  scene: Keys,
  { id, cipher }: OpenedCase,
  read: (cipher: CaseCipher) => Promise<Read>,
): Promise<Read> {
  try {
    return await read(cipher)
  } catch (error) {
    const anew = (await isOvertaken(scene.db, error)) && (await cipherAnew(scene, id))
    if (!anew) throw error
    return read(anew)
  }
}

const places = { messages: messages.body, replies: replies.body, events: caseEvents.reason }

function rowsOfCases({ db }: Keys, which: SQL | undefined) {
  return db
    .select({
      id: cases.id,
      number: cases.number,
      parentId: cases.parentId,
      orgPath: cases.orgPath,
      category: cases.category,
      secrecy: cases.secrecy,
      state: cases.state,
      closingLabel: cases.closingLabel,
      handlerId: cases.handlerId,
      createdAt: cases.createdAt,
      enterpriseId: cases.enterpriseId,
      /** Since it was indexed. */
      isChanged: isChanged.mapWith(Boolean),
      submission: submissions,
      key: caseKeys,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .leftJoin(caseKeys, eq(caseKeys.caseId, cases.id))
    .where(which)
}

/** One that cannot be read keeps nobody from the others. */
async function ifReadable<Read>(read: () => Promise<Read>): Promise<Read | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

interface Written {
  type: Question['type']
  texts: string[]
}

type Row = Awaited<ReturnType<typeof rowsOfCases>>[number]

async function answersOf({ db }: Keys, { submission }: Row, cipher: CaseCipher): Promise<Written[]> {
  const definition = await keptDefinition(db, submission.formVersionId)
  const answers = (await readAnswers(cipher, submission)) as Record<string, Answer>
  if (!definition) return []
  return questionsOf(definition).flatMap((question) => {
    const answer = answers[question.name]
    if (answer === undefined || isIdentity(question)) return []
    return { type: question.type, texts: kindOf(question).written(answer) }
  })
}
