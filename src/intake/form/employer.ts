import type { Db } from '../../db/client.ts'
import { plainName } from '../../db/english-name.ts'
import type { Locale } from '../../db/vocabulary.ts'
import type { Answers, Named, Posted } from '../../forms/answers.ts'
import { type Definition, questionsOf } from '../../forms/definition.ts'
import { enterpriseById, type FoundEnterprise, findEnterprises, goesByName } from '../../forms/enterprises.ts'
import type { Opened } from '../../forms/versions.ts'

export interface Settled {
  /** The worker's employer in the register, by the site or by his choice. */
  enterprise: Opened['enterprise']
  /** The name of the control where the worker still has to choose, if he has. */
  undecided: string | null
  candidates: FoundEnterprise[]
  /** All answers, with the employer as the register has it, or as the worker wrote it. */
  answers: Answers
}

/**
 * Finds the employer that the worker named in the register. One that goes by exactly this name is taken;
 * of several he chooses, or says that it is none of them; then the name stays as he wrote it.
 */
export async function settleEmployer(
  db: Db,
  { definition, enterprise }: { definition: Definition; enterprise: Opened['enterprise'] },
  { answers, posted, locale }: { answers: Answers; posted: Posted; locale: Locale },
  maySearch: () => Promise<boolean>,
): Promise<Settled> {
  const asAnswered: Settled = { enterprise, undecided: null, candidates: [], answers }
  if (enterprise) return asAnswered
  const field = questionsOf(definition).find((it) => it.type === 'enterprise')
  const answer = field && (answers[field.name] as Named | undefined)
  if (!field || !answer) return asAnswered
  const withEmployer = (named: Named): Answers => ({ ...answers, [field.name]: named })
  const take = (found: FoundEnterprise): Settled => ({
    enterprise: found,
    undecided: null,
    candidates: [found],
    answers: withEmployer({ id: found.id, name: plainName(found.name, locale) }),
  })

  const chosen = answer.id && (await enterpriseById(db, answer.id))
  if (chosen && goesByName(chosen, answer.name)) return take(chosen)
  const asWritten = { ...asAnswered, answers: withEmployer({ id: null, name: answer.name }) }
  if (posted.get(`${field.name}-id`) === 'none' || !(await maySearch())) return asWritten

  const candidates = await findEnterprises(db, answer.name)
  const [exact, another] = candidates.filter((it) => Object.values(it.name).includes(answer.name))
  if (exact && !another) return take(exact)
  return { ...asWritten, candidates, undecided: candidates.length > 0 ? `${field.name}-id` : null }
}
