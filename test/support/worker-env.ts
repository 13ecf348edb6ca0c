import type { OutgoingMail, WakeMessage } from '../../src/platform/types.ts'
import { bindings as platform } from './signed-in.ts'

/** The platform of a run whose queue and mail keep what they are given. */
export function workerEnv() {
  const wakes: WakeMessage[] = []
  const mails: OutgoingMail[] = []
  const bindings = platform({
    wake: async (message) => {
      wakes.push(message)
    },
    post: async (mail) => {
      mails.push(mail)
    },
  })
  return { bindings, wakes, mails }
}
