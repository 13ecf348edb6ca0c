/** What can tell who a worker is: what names him, or his own words. */
export const findings = ['name', 'phone', 'id_number', 'mail_address', 'person', 'own_words'] as const
export type Finding = (typeof findings)[number]

/** A part of a text, by where it begins and ends, with what it tells. */
export interface Run {
  from: number
  to: number
  why: Finding
}

/** Words that others were to read, and what in them may tell who a worker is; they stay until that is settled. */
export interface Leak {
  text: string
  /** What stops whoever the worker is; his name is none of it. */
  runs: readonly Run[]
  /** Whether it names a worker. */
  namesWorker: boolean
  /** The runs with all that looks like a name, for whoever may look at it; null where it would stand out even so. */
  alike: readonly Run[] | null
  /** The words as the history keeps them, without what names anybody. */
  kept: string
  /** What is sent along by who has looked at the runs that may be none, so that they pass; empty where one is sure. */
  mark: string
}

/** Who reads some of the words of a move beside the worker of its case. */
export type Readers = 'outside' | 'joined' | 'worker_of_another'
