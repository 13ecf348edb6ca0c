import * as v from 'valibot'
import { seal, unseal } from '../../db/sealing.ts'
import { categories, states } from '../../db/vocabulary.ts'
import type { Staff } from '../../orgs/staff.ts'
import type { Secrets } from '../../platform/types.ts'

const id = v.pipe(v.string(), v.maxLength(64))
const text = v.pipe(v.string(), v.maxLength(200))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))

/** What somebody looks for, with the names of what it names by its id. */
const question = v.object({
  words: text,
  category: v.optional(v.picklist(categories)),
  state: v.optional(v.picklist(states)),
  employer: v.optional(v.object({ id, name: text })),
  handler: v.optional(v.object({ id, name: text })),
  site: v.optional(text),
  from: v.optional(day),
  /** The last day. */
  to: v.optional(day),
  /** The case that was looked at last: it may be one that this person does not see. */
  after: v.optional(id),
})
export type Question = v.InferOutput<typeof question>

type Sealing = Pick<Secrets, 'search'>

/**
 * A question as it stands in an address: words of a worker may be in it, and an address lies in the history of the
 * phone and in logs on the way. It opens for who asked it, and nobody else.
 */
export function sealQuestion(secrets: Sealing, staff: Staff, asked: Question): Promise<string> {
  return seal(secretFor(secrets, staff), JSON.stringify(asked))
}

/** The question of an address; null where it is another one's, or no question. */
export async function openQuestion(secrets: Sealing, staff: Staff, sealed: string): Promise<Question | null> {
  const opened = await unseal(secretFor(secrets, staff), sealed)
  if (opened === null) return null
  const { success, output } = v.safeParse(question, JSON.parse(opened))
  return success ? output : null
}

function secretFor({ search }: Sealing, { id: who }: Staff): string {
  return `question of ${who} ${search}`
}
