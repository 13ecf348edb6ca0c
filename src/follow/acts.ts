import { correct } from '../cases/identities.ts'
import type { CaseForWorker } from '../cases/loading.ts'
import type { Outcome, Scene } from '../cases/moving.ts'
import { appeal, object, reopen } from '../cases/reopening.ts'
import { reportRetaliation } from '../cases/supervising.ts'
import { giveInfo } from '../cases/triaging.ts'
import { resume, withdraw } from '../cases/withdrawing.ts'
import { type Action, transition } from '../cases/workflow.ts'
import type { Followed } from './followed.ts'

/** What a worker wrote, and the turn of the case he had before his eyes. */
interface Input {
  text: string
  turn: number
}

interface Act {
  action: Action
  run(scene: Scene, subject: CaseForWorker, input: Input): Promise<Outcome>
}

/** The acts that are one text and one button, by their place in the address. */
export const acts = {
  information: { action: 'give_info', run: giveInfo },
  objection: { action: 'object', run: (scene, it, input) => object(scene, it, plea(input)) },
  reopening: { action: 'reopen', run: (scene, it, input) => reopen(scene, it, plea(input)) },
  appeal: { action: 'appeal', run: (scene, it, input) => appeal(scene, it, plea(input)) },
  withdrawal: { action: 'withdraw', run: (scene, it, input) => withdraw(scene, it, plea(input)) },
  resumption: { action: 'resume', run: (scene, it, { turn }) => resume(scene, it, { turn }) },
  correction: { action: 'correct', run: (scene, it, { text }) => correct(scene, it, { text }) },
  retaliation: {
    action: 'report_retaliation',
    run: (scene, it, { text }) => reportRetaliation(scene, it, { reason: text }),
  },
} as const satisfies Record<string, Act>

export type ActName = keyof typeof acts

export const isActName = (name: string): name is ActName => Object.hasOwn(acts, name)

export const needsText = (act: ActName) => transition(acts[act].action).reason === 'required'

/** Whether people are told at once, so that the sender of mails must be woken. */
export const isUrgent = (act: ActName) => acts[act].action === 'report_retaliation'

const soon = 10 * 60_000

/**
 * Whether the worker has done this already and only pressed twice: the last act of his is the same, with
 * the same words, of a moment ago.
 */
export function isDone(action: Action, text: string, { past }: Followed, now: Date): boolean {
  const last = past.findLast((event) => event.actor === 'worker')
  if (!last || last.action !== action || now.getTime() - last.at.getTime() > soon) return false
  return last.reason === null || last.reason === text
}

const plea = ({ text, turn }: Input) => ({ reason: text, turn })
