import type { Category, State } from '../db/vocabulary.ts'
import { lineage } from '../orgs/tree.ts'
import type { Mark } from './tokens.ts'

/** What is known of a case beside its words, by which a search is narrowed. */
export interface Facts {
  orgPath: string
  category: Category
  state: State
  enterpriseId: string | null
  handlerId: string | null
  submission: { siteCode: string | null }
}

/** As the index holds them: of its place all that lies above, so that each scope finds its own. */
export function factsOf({ orgPath, category, state, enterpriseId, handlerId, submission }: Facts): Mark[] {
  return [
    ...lineage(orgPath).map((path): Mark => `scope ${path}`),
    `category ${category}`,
    `state ${state}`,
    ...marked('employer', enterpriseId),
    ...marked('handler', handlerId),
    ...marked('site', submission.siteCode),
  ]
}

function marked(kind: 'employer' | 'handler' | 'site', id: string | null): Mark[] {
  return id === null ? [] : [`${kind} ${id}`]
}
