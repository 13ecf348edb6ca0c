import type { Db } from '../../db/client.ts'
import type { Locale } from '../../db/vocabulary.ts'
import type { Named, Posted } from '../../forms/answers.ts'
import { type Definition, questionsOf } from '../../forms/definition.ts'
import { enterpriseById, type FoundEnterprise, findEnterprises, goesByName } from '../../forms/enterprises.ts'
import type { Opened } from '../../forms/versions.ts'
import type { Filled } from './read-form.ts'

export interface Settled {
  /** The worker's employer in the register, by the site or by his choice. */
  enterprise: Opened['enterprise']
  /** The name of the control where the worker still has to choose, if he has. */
  undecided: string | null
  candidates: FoundEnterprise[]
}

const nobody: Settled = { enterprise: null, undecided: null, candidates: [] }

/**
 * Finds the employer that the worker named in the register. One that goes by exactly this name is taken;
 * of several he chooses, or says that it is none of them; then the name stays as he wrote it.
 */
export async function settleEmployer(
  db: Db,
  { definition, enterprise }: { definition: Definition; enterprise: Opened['enterprise'] },
  { filled, posted, locale }: { filled: Filled; posted: Posted; locale: Locale },
  maySearch: () => Promise<boolean>,
): Promise<Settled> {
  if (enterprise) return { ...nobody, enterprise }
  const field = questionsOf(definition).find((it) => it.type === 'enterprise')
  const answer = field && (filled.answers[field.name] as Named | undefined)
  if (!field || !answer) return nobody
  const take = (found: FoundEnterprise): Settled => {
    filled.answers[field.name] = { id: found.id, name: found.name[locale] }
    return { ...nobody, enterprise: found, candidates: [found] }
  }

  const chosen = answer.id && (await enterpriseById(db, answer.id))
  if (chosen && goesByName(chosen, answer.name)) return take(chosen)
  answer.id = null
  if (posted.get(`${field.name}-id`) === 'none' || !(await maySearch())) return nobody

  const candidates = await findEnterprises(db, answer.name)
  const [exact, another] = candidates.filter((it) => Object.values(it.name).includes(answer.name))
  if (exact && !another) return take(exact)
  return { enterprise: null, candidates, undecided: candidates.length > 0 ? `${field.name}-id` : null }
}
