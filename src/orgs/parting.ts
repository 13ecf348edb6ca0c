import type { Statement } from '../db/client.ts'
import type { Bilingual, Category, Role } from '../db/vocabulary.ts'
import type { Office } from './auditing.ts'

/** What a person is to lose: his account, a role at an organisation, or his being named for a strict category. */
export interface Loss {
  staffId: string
  of: 'account' | { role: Role; orgId: string } | { category: Category }
}

/** Open cases on which nobody may act any more where they are. */
export interface Falling {
  /** Those in his name, which are dispatched anew. */
  own: number
  /** Those that wait for a role in which he is the only one there; they go to the nearest above. */
  waiting: number
  /** Where they go, as far as somebody is there who may take them; the most of them first. */
  places: FallingTo[]
}

/** So many of the one or of the other go there, and who holds the role there, some by their names. */
export interface FallingTo {
  what: 'own' | 'waiting'
  count: number
  role: Role
  /** Null where nobody may take them: they wait for somebody to be named. */
  org: Bilingual | null
  people: string[]
}

/** The office where somebody may part from his work or take some up; who knows of cases says what follows. */
export interface PeopleOffice extends Office {
  work: {
    falling: (loss: Loss) => Promise<Falling>
    /** Statements, once the loss is written. */
    handOver: (loss: Loss) => Statement[]
    /** Statements, once somebody may do more: what waited nowhere finds its place. */
    takeUp: () => Statement[]
  }
}

/** Whether a loss leaves cases behind, so that it has to be meant. */
export async function leavesWork({ work }: PeopleOffice, loss: Loss): Promise<boolean> {
  const { own, waiting } = await work.falling(loss)
  return own + waiting > 0
}
