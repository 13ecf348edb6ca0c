import { eq, inArray } from 'drizzle-orm'
import { listed } from '../db/listed.ts'
import { cases } from '../db/tables/cases.ts'
import { caseKeys } from '../db/tables/keys.ts'
import { submissions } from '../db/tables/submissions.ts'
import type { KeptKey } from '../encryption/keyring.ts'
import { Unreadable } from '../encryption/unreadable.ts'
import type { Case } from '../engine/process.ts'
import { questionsOf } from '../forms/definition.ts'
import { keptDefinition } from '../forms/kept-definitions.ts'
import { oneLine } from '../typed/line.ts'
import { cipherOn, type Keys } from './ciphers.ts'
import { readAnswers } from './reading-words.ts'

/** As many characters as tell one case from another; two lines on a phone. */
const length = 80

/** How a worker began to tell; or that he had it deleted, or that it cannot be read. */
export type Story = { text: string } | 'erased' | 'unreadable'

/** By case. */
export type Stories = ReadonlyMap<string, Story>

/**
 * How each worker began to tell, for a list of cases that its reader sees: the first long text of the form that he
 * answered. What has none, or not any more, is left out.
 */
export async function storiesOf(scene: Keys, lines: readonly { id: string }[]): Promise<Stories> {
  if (lines.length === 0) return new Map()
  const rows = await scene.db
    .select({
      id: cases.id,
      state: cases.state,
      parentId: cases.parentId,
      submission: submissions,
      key: caseKeys,
    })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .leftJoin(caseKeys, eq(caseKeys.caseId, cases.id))
    .where(inArray(cases.id, listed(lines.map(({ id }) => id))))
  const told = await Promise.all(
    rows.map(async (row) => {
      const story = await storyOf(scene, row)
      return story ? [[row.id, story] as const] : []
    }),
  )
  return new Map(told.flat())
}

interface Row extends Pick<Case, 'id' | 'state' | 'parentId'> {
  submission: typeof submissions.$inferSelect
  key: KeptKey | null
}

/** One that cannot be read keeps nobody from the others; its own page says why. */
async function storyOf(scene: Keys, { submission, key, ...it }: Row): Promise<Story | null> {
  if (submission.erasedAt) return 'erased'
  const definition = await keptDefinition(scene.db, submission.formVersionId)
  if (!definition) return null
  try {
    const answers = await readAnswers(cipherOn(scene, it, key), submission)
    const texts = questionsOf(definition).filter(({ type }) => type === 'long_text')
    const text = texts.map(({ name }) => answers[name]).find(Boolean)
    return text ? { text: beginningOf(String(text)) } : null
  } catch (error) {
    if (error instanceof Unreadable) return 'unreadable'
    throw error
  }
}

function beginningOf(text: string): string {
  const characters = [...oneLine(text)]
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('').trim()}…`
}
