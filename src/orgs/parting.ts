import type { Statement } from '../db/client.ts'
import type { Category, Role } from '../db/vocabulary.ts'
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
