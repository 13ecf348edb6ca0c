/**
 * All that the service asks of what it runs on: a second platform is one more file that answers this. Each
 * function stands by itself, so that one may be handed on without the rest.
 */
export interface Platform {
  /** A name that changes with each deployment. */
  version: string
  /** Whether everybody in here is made up, and anybody may come in as any of them. */
  demo: boolean
  secrets: Secrets
  /** Throws, naming every secret that is missing or too short; asked before any work, and free. */
  checkSecrets: () => void
  clock: Clock
  /**
   * Opens the database for one request or job. `any` copy will do for reading, if it is not older than the
   * mark of an earlier write; a mark that this platform never gave counts for nothing.
   */
  openDatabase: (copy: 'newest' | 'any', mark?: string) => OpenDatabase
  /** A database beside it for finding by words, which has the tables of FTS5 and nothing that is not also elsewhere. */
  search: Database
  /**
   * Has the handler of the message look soon, or after so many seconds, as far ahead as the platform can.
   * Never throws: where it fails, that is logged, and the hourly job looks anyway.
   */
  wake: (message: WakeMessage, delaySeconds?: number) => Promise<void>
  /** Small files beside the database, which no backup of it holds. */
  files: Files
  /** How many bytes a file may have that somebody sends: as many as there is time to strip of their metadata. */
  largestFile: number
  /** How many answers to a form go into one file of them: as many as there is time to decrypt and write. */
  answersInFile: number
  /** Counted apart, so that one never uses up the tries of another. */
  limits: Record<LimitName, Limit>
  /** The network address that a request comes from; `unknown` where nobody says. */
  addressOf: (request: Request) => string
  /** Hands a mail over to be sent, under a Message-ID of the platform's choosing; throws when it is refused. */
  post: (mail: OutgoingMail) => Promise<void>
  /** Hands a message for a browser to the push service it named, and answers the status; throws where none is reached. */
  push: (message: PushMessage) => Promise<number>
  /** Opens a TCP connection at once; a host that is not there, or shows no certificate of its own, fails later. */
  connect: (to: Server) => Connection
  /** Lets work go on after the answer was sent. */
  later: (work: Promise<unknown>) => void
}

export interface Secrets {
  /** Signs sessions and the links in mails. */
  auth: string
  /** Signs receipts and all that a worker's browser keeps. */
  receipts: string
  /**
   * Wrap the keys of cases, the newest first: without them nobody reads a case again. Two while one takes the place
   * of the other.
   */
  cases: readonly [string, ...string[]]
  /** Makes the words of cases into what can be searched for; with another one all is indexed anew. */
  search: string
  /** Opens the set-up once; without one there is no set-up. */
  setupToken: string | undefined
  /** Of the mail server in the settings, where there is one that asks. */
  smtpPassword: string | undefined
}

export type Clock = () => Date

export interface OpenDatabase {
  database: Database
  /** The mark of what was read and written so far; null where there is but one copy, or nothing was asked. */
  bookmark: () => string | null
}

/** SQLite in the shape of D1, as far as drizzle's driver for it reaches; every platform shows this shape. */
export interface Database {
  prepare(sql: string): Statement
  /** Runs all in order, or none. */
  batch(statements: Statement[]): Promise<{ results: unknown[] }[]>
}

export interface Statement {
  bind(...values: unknown[]): Statement
  run(): Promise<{ results: unknown[] }>
  /** Rows by the names of their columns. */
  all(): Promise<{ results: unknown[] }>
  /** Rows as lists of their values. */
  raw(): Promise<unknown[]>
}

export interface Files {
  read: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Writes a file that is not there yet; nothing happens where it is. */
  create: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Of many a thousand at most. */
  remove: (names: string | string[]) => Promise<void>
  /** The names that begin so; a thousand at most. */
  list: (beginning: string) => Promise<string[]>
  /** The same in their order from behind a name on, each with the time at which it came. */
  look: (beginning: string, after: string) => Promise<{ name: string; at: Date }[]>
}

/** What the service asks of itself: to send the mails that are due, write the digests that are, move cases on, keep their keys, follow what changed, tell workers of news, or make files of answers. */
export type WakeMessage =
  | { kind: 'deliveries' }
  | { kind: 'digest' }
  | { kind: 'moving_on' }
  | { kind: 'keys' }
  /** Asking `left` times more at most; as often as the clock does, where it is not said. */
  | { kind: 'changes'; left?: number }
  | { kind: 'record' }
  | { kind: 'news' }
  | { kind: 'answer_files' }

/** Messages that came back to their handler; each is done with, unless it asks to come again after so many seconds. */
export interface Woken {
  readonly messages: readonly { body: unknown; retry(later: { delaySeconds: number }): void }[]
}

/**
 * `filing` and `searching` of a worker's network, `receipts` that are entered there; `signIn` of one mailbox,
 * and `arrivals`, all who sign in from one network.
 */
export type LimitName = 'filing' | 'searching' | 'receipts' | 'signIn' | 'arrivals'

/** Counts one more try of a key within a minute, and answers whether it may go on. */
export type Limit = (key: string) => Promise<boolean>

export interface OutgoingMail {
  from: { name: string; email: string }
  to: string
  subject: string
  text: string
  html: string
  headers?: Record<string, string>
}

export interface PushMessage {
  endpoint: string
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
}

export interface Server {
  host: string
  port: number
  /** Encrypted from the first byte, or in the clear until `startTls`. */
  security: 'tls' | 'starttls'
}

export interface Connection {
  /** The next bytes, or null when the other side has hung up. */
  read(): Promise<Uint8Array | null>
  write(bytes: Uint8Array): Promise<void>
  /** Encrypts from here on; what it answers takes the place of this connection. */
  startTls(): Connection
  close(): void
}
