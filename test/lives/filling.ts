import { consentsOf } from '../../src/cases/consents.ts'
import { strictCategories } from '../../src/cases/grievance/categories.ts'
import { candidates } from '../../src/cases/grievance/dispatching.ts'
import type { CasePage } from '../../src/cases/loading.ts'
import type { ActInput } from '../../src/cases/performing.ts'
import type { Action } from '../../src/cases/processes.ts'
import { categories, replyOutcomes, satisfiedAnswers, toldKinds } from '../../src/db/vocabulary.ts'
import type { World } from './world.ts'

/** What somebody fills in for an act; null where there is nothing to choose. */
export async function filledIn(
  { here, random, cases }: World,
  page: CasePage,
  action: Action,
): Promise<ActInput | null> {
  const input = { turn: page.case.turn, reason: `Because of ${random.int(1, 1_000_000)}.` }
  switch (action) {
    case 'accept': {
      const category = random.chance(0.3) ? random.pick(categories) : page.case.category
      return { ...input, category, workers: random.int(1, 12), complex: random.chance(0.3) }
    }
    case 'dispatch':
    case 'take_review': {
      const found = await candidates(here.scene, page)
      return found.length > 0 ? { ...input, handlerId: random.pick(found).id } : null
    }
    case 'submit_draft':
      return { ...input, body: 'So it is.', outcome: random.pick(replyOutcomes) }
    case 'extend':
      return { ...input, days: random.int(1, 31) }
    case 'refer':
      return { ...input, recipient: 'The bureau', body: `They owe it, ${input.reason}` }
    case 'ask_consent':
      return {
        ...input,
        ...{ recipient: 'The bureau', contact: '12333', purpose: 'To check.' },
        what: random.pick(toldKinds),
      }
    case 'give_consent':
    case 'refuse_consent':
    case 'withdraw_consent': {
      const found = await consentsOf(here.scene, page)
      return found.length > 0 ? { ...input, consentId: random.pick(found).id } : null
    }
    case 'propose_merge':
      return { ...input, number: random.pick(cases).number }
    case 'confide':
      return { ...input, confidedTo: random.pick(strictCategories) }
    case 'rate_solved':
      return { ...input, solved: 'solved', satisfied: random.pick(satisfiedAnswers) }
    case 'rate_unsolved':
      return {
        ...input,
        solved: random.pick(['partly', 'not_solved']),
        satisfied: random.pick(satisfiedAnswers),
      }
    case 'write':
    case 'write_to_union':
      return { ...input, body: input.reason, key: input.reason }
    case 'seal_identity':
    case 'open_identity':
      return { ...input, receipt: cases.find(({ id }) => id === page.case.id)?.receipt }
    default:
      return input
  }
}
