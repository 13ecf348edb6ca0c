import { env } from 'cloudflare:workers'
import type { Bindings, WakeMessage } from '../../src/env.ts'

/** The bindings of a run with a queue and a door that keep what they are given. */
export function workerEnv() {
  const wakes: WakeMessage[] = []
  const mails: { to: string; subject: string }[] = []
  const bindings = {
    ...(env as unknown as Bindings),
    WAKE: {
      async send(message: WakeMessage) {
        wakes.push(message)
      },
    } as unknown as Queue<WakeMessage>,
    EMAIL: {
      async send(mail: unknown) {
        mails.push(mail as { to: string; subject: string })
        return { messageId: 'x' }
      },
    } as SendEmail,
  } satisfies Bindings
  return { bindings, wakes, mails }
}
