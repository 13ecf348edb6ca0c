import { connect } from 'cloudflare:sockets'
import { logFailure } from '../log.ts'
import { filesIn } from './r2-files.ts'
import { type SecretVariables, secretsCheck, secretsOf } from './secrets.ts'
import type { Connection, Limit, Platform, WakeMessage } from './types.ts'

/** What wrangler.toml and a deployment give to the Worker. */
export interface Bindings extends SecretVariables {
  DB: D1Database
  SEARCH: D1Database
  WAKE: Queue<WakeMessage>
  EMAIL: SendEmail
  FILES: R2Bucket
  FILING_LIMIT: RateLimit
  SEARCH_LIMIT: RateLimit
  RECEIPT_LIMIT: RateLimit
  SIGN_IN_LIMIT: RateLimit
  ARRIVAL_LIMIT: RateLimit
  VERSION: WorkerVersionMetadata
  /** How large a file may be that somebody sends; wrangler.toml says what the plans have time for. */
  FILE_MEGABYTES?: string
  /** How many answers to a form go into one file of them; the same. */
  ANSWERS_IN_FILE?: string
  /** Only from the local run's `.dev.vars`. */
  DEMO?: string
}

type Lasting = Omit<Platform, 'later'>

const made = new WeakMap<Bindings, Lasting>()

/** The service on Cloudflare Workers. All but `later` outlives a request, and is made once. */
export function cloudflare(env: Bindings, context: ExecutionContext): Platform {
  let lasting = made.get(env)
  if (!lasting) {
    lasting = platformOf(env)
    made.set(env, lasting)
  }
  return {
    ...lasting,
    later: (work) =>
      context.waitUntil(work.catch((error) => logFailure('Work after an answer failed', error))),
  }
}

function platformOf(env: Bindings): Lasting {
  return {
    version: env.VERSION.id,
    demo: env.DEMO === '1',
    secrets: secretsOf(env),
    checkSecrets: secretsCheck(env, 'Set them with `npx wrangler secret put`.'),
    clock: () => new Date(),
    openDatabase(copy, mark) {
      const session = env.DB.withSession(copy === 'newest' ? 'first-primary' : sessionSince(mark))
      return { database: session, bookmark: () => session.getBookmark() }
    },
    search: env.SEARCH,
    wake: wakeBy(env.WAKE),
    files: filesIn(env.FILES),
    largestFile: megabytesIn(env.FILE_MEGABYTES) * 1024 * 1024,
    answersInFile: answersIn(env.ANSWERS_IN_FILE),
    limits: {
      filing: limitBy(env.FILING_LIMIT),
      searching: limitBy(env.SEARCH_LIMIT),
      receipts: limitBy(env.RECEIPT_LIMIT),
      signIn: limitBy(env.SIGN_IN_LIMIT),
      arrivals: limitBy(env.ARRIVAL_LIMIT),
    },
    addressOf: (request) => request.headers.get('cf-connecting-ip') ?? 'unknown',
    async post(mail) {
      await env.EMAIL.send(mail)
    },
    async push({ endpoint, headers, body }) {
      // Led elsewhere, it would be an address that nobody allowed.
      const answer = await fetch(endpoint, { method: 'POST', headers, body, redirect: 'manual' })
      return answer.status
    },
    connect: ({ host, port, security }) =>
      overSocket(
        connect(
          { hostname: host, port },
          { secureTransport: security === 'tls' ? 'on' : 'starttls', allowHalfOpen: false },
        ),
      ),
  }
}

/** What the free plan has time for, where nobody says anything that is a number. */
const megabytesIn = (text = '') => (/^[1-9]\d?$/.test(text) ? Number(text) : 3)
const answersIn = (text = '') => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : 50)

/** Where a session begins: D1 throws for a mark that is no bookmark of its own. */
function sessionSince(mark = ''): string {
  return /^[0-9a-f-]{20,200}$/.test(mark) ? mark : 'first-unconstrained'
}

const halfADay = 12 * 3600

/** A queue holds a message back for half a day at most. */
function wakeBy(queue: Queue<WakeMessage>): Platform['wake'] {
  return async (message, delay = 0) => {
    try {
      await queue.send(message, { delaySeconds: Math.min(Math.max(0, Math.ceil(delay)), halfADay) })
    } catch (error) {
      logFailure('The queue could not be reached; the hourly job will look', error)
    }
  }
}

function limitBy(limit: RateLimit): Limit {
  return async (key) => (await limit.limit({ key })).success
}

function overSocket(socket: Socket): Connection {
  const reader: ReadableStreamDefaultReader<Uint8Array> = socket.readable.getReader()
  const writer = socket.writable.getWriter()
  return {
    async read() {
      const { value, done } = await reader.read()
      return done ? null : value
    },
    write: (bytes) => writer.write(bytes),
    startTls() {
      reader.releaseLock()
      writer.releaseLock()
      return overSocket(socket.startTls())
    },
    close() {
      socket.close().catch(() => undefined)
    },
  }
}
