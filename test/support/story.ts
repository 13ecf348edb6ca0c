import { dispatch, signFor } from '../../src/cases/dispatching.ts'
import { startDraft, submitDraft } from '../../src/cases/drafting.ts'
import { mediate, refer } from '../../src/cases/handling.ts'
import { lapse } from '../../src/cases/lapsing.ts'
import type { Outcome } from '../../src/cases/moving.ts'
import { rate } from '../../src/cases/rating.ts'
import { appeal, reopen } from '../../src/cases/reopening.ts'
import { approve, sign } from '../../src/cases/signing.ts'
import { accept, agreeDecline, askInfo, proposeDecline } from '../../src/cases/triaging.ts'
import { withdraw } from '../../src/cases/withdrawing.ts'
import type { State } from '../../src/db/vocabulary.ts'
import type { Held, Name, World } from './world.ts'

type Act = (world: World, held: Held) => Promise<Outcome>

/** The acts that take a case from triage to a state. */
export function storyTo(state: State): Act[] {
  return stories[state]
}

const reason = 'Because of the story.'

const by =
  (
    name: Name,
    act: (
      scene: World['scene'],
      staff: World['people'][Name],
      subject: Awaited<ReturnType<World['load']>>,
      input: { turn: number; reason: string },
    ) => Promise<Outcome>,
  ): Act =>
  async (world, held) => {
    const subject = await world.load(name, held.id)
    return act(world.scene, world.people[name], subject, { turn: subject.case.turn, reason })
  }

const byWorker =
  (
    act: (
      scene: World['scene'],
      subject: Awaited<ReturnType<World['asWorker']>>,
      input: { reason: string },
    ) => Promise<Outcome>,
  ): Act =>
  async (world, held) =>
    act(world.scene, await world.asWorker(held), { reason })

const accepted = [by('officer', accept)]
const dispatched = [
  ...accepted,
  by('officer', (scene, staff, subject, { turn }) =>
    dispatch(scene, staff, subject, { turn, handlerId: 'handler' }),
  ),
]
const investigating = [...dispatched, by('handler', signFor)]
const drafting = [...investigating, by('handler', startDraft)]
const inReview = [
  ...drafting,
  by('handler', (scene, staff, subject, { turn }) =>
    submitDraft(scene, staff, subject, { turn, body: 'The wages are paid.', outcome: 'supported' }),
  ),
]
const signOff = [...inReview, by('head', approve)]
const replied = [...signOff, by('deputy', sign)]
const closed = [
  ...replied,
  byWorker((scene, subject) => rate(scene, subject, { solved: 'solved', satisfied: 'satisfied' })),
]

const stories: Record<State, Act[]> = {
  submitted: [],
  triage: [],
  needs_info: [by('officer', askInfo)],
  declined: [by('officer', proposeDecline), by('head', agreeDecline)],
  accepted,
  dispatched,
  investigating,
  mediating: [...investigating, by('handler', mediate)],
  referred: [...investigating, by('handler', refer)],
  drafting,
  in_review: inReview,
  sign_off: signOff,
  replied,
  reopened: [...replied, byWorker(reopen)],
  under_review: [...replied, byWorker(appeal)],
  closed,
  withdrawn: [byWorker(withdraw)],
  archived: [...closed, async (world) => archiveAll(world)],
}

/** Years later, nobody needs the names any more. */
async function archiveAll(world: World): Promise<Outcome> {
  const later = new Date(world.scene.now.getTime() + 1100 * 86_400_000)
  await lapse({ ...world.scene, now: later })
  return { ok: true }
}
