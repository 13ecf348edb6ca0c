import { dispatch, giveBack, signFor, takeReview } from '../../cases/dispatching.ts'
import { sendBack, startDraft, submitDraft } from '../../cases/drafting.ts'
import { extend } from '../../cases/extending.ts'
import { mediate, note, refer, resumeHandling } from '../../cases/handling.ts'
import { type Details, look } from '../../cases/identities.ts'
import type { CasePage } from '../../cases/loading.ts'
import { writeToWorker } from '../../cases/messages.ts'
import type { Refused, Scene } from '../../cases/moving.ts'
import { closeUnsolved } from '../../cases/rating.ts'
import { reassign } from '../../cases/reassigning.ts'
import { recuse } from '../../cases/recusing.ts'
import { reopenByUnion } from '../../cases/reopening.ts'
import { approve, refuseSignature, sign } from '../../cases/signing.ts'
import { liftSupervision, supervise } from '../../cases/supervising.ts'
import { accept, agreeDecline, askInfo, merge, proposeDecline, refuseDecline } from '../../cases/triaging.ts'
import { confirmWithdrawal, reinstate } from '../../cases/withdrawing.ts'
import { catalogs } from '../../i18n/catalog.ts'
import type { Staff } from '../../orgs/staff.ts'
import type { StaffAction } from './acts.ts'
import type { Filled } from './read-act.ts'

/** A form that was filled in, for the turn of the case that the person saw. */
export type Input = Filled & { turn: number }

type Behaviour = (
  scene: Scene,
  staff: Staff,
  subject: CasePage,
  input: Input,
) => Promise<{ ok: true; details?: Details; urgent?: true } | Refused>

const step = ({ turn, reason }: Input) => ({ turn, reason })

/** Which behaviour of a case each act of the desk asks for. */
export const behaviours: Record<StaffAction, Behaviour> = {
  accept: (scene, staff, subject, { turn, reason, category, complex, workers }) =>
    accept(scene, staff, subject, { turn, reason, category, complex, workers }),
  ask_info: (scene, staff, subject, input) => askInfo(scene, staff, subject, step(input)),
  merge: (scene, staff, subject, input) =>
    merge(scene, staff, subject, { ...step(input), into: input.number }),
  propose_decline: (scene, staff, subject, { turn, reason, channel }) =>
    proposeDecline(scene, staff, subject, { turn, reason: `${reason}\n\n${inWords(subject, channel)}` }),
  agree_decline: (scene, staff, subject, input) => agreeDecline(scene, staff, subject, step(input)),
  refuse_decline: (scene, staff, subject, input) => refuseDecline(scene, staff, subject, step(input)),

  dispatch: (scene, staff, subject, input) =>
    dispatch(scene, staff, subject, { ...step(input), handlerId: input.handlerId }),
  take_review: (scene, staff, subject, input) =>
    takeReview(scene, staff, subject, { turn: input.turn, handlerId: input.handlerId }),
  sign_for: (scene, staff, subject, { turn }) => signFor(scene, staff, subject, { turn }),
  return: (scene, staff, subject, input) => giveBack(scene, staff, subject, step(input)),
  reassign: (scene, staff, subject, input) => reassign(scene, staff, subject, step(input)),

  mediate: (scene, staff, subject, input) => mediate(scene, staff, subject, step(input)),
  refer: (scene, staff, subject, input) => refer(scene, staff, subject, step(input)),
  resume_handling: (scene, staff, subject, input) => resumeHandling(scene, staff, subject, step(input)),
  extend: (scene, staff, subject, input) =>
    extend(scene, staff, subject, { ...step(input), days: input.days }),

  start_draft: (scene, staff, subject, { turn }) => startDraft(scene, staff, subject, { turn }),
  submit_draft: (scene, staff, subject, { turn, body, outcome }) =>
    submitDraft(scene, staff, subject, { turn, body, outcome }),
  send_back: (scene, staff, subject, input) => sendBack(scene, staff, subject, step(input)),
  approve: (scene, staff, subject, input) => approve(scene, staff, subject, step(input)),
  sign: (scene, staff, subject, { turn }) => sign(scene, staff, subject, { turn }),
  refuse_signature: (scene, staff, subject, input) => refuseSignature(scene, staff, subject, step(input)),

  close_unsolved: (scene, staff, subject, input) => closeUnsolved(scene, staff, subject, step(input)),
  reopen_by_union: (scene, staff, subject, input) => reopenByUnion(scene, staff, subject, step(input)),
  reinstate: (scene, staff, subject, input) => reinstate(scene, staff, subject, step(input)),
  confirm_withdrawal: (scene, staff, subject, input) => confirmWithdrawal(scene, staff, subject, step(input)),

  supervise: (scene, staff, subject, { reason }) => supervise(scene, staff, subject, { reason }),
  lift_supervision: (scene, staff, subject, { reason }) => liftSupervision(scene, staff, subject, { reason }),
  write: (scene, staff, subject, { body, key }) => writeToWorker(scene, staff, subject, { body, key }),
  note: (scene, staff, subject, { reason }) => note(scene, staff, subject, { reason }),
  look_at_identity: (scene, staff, subject, { reason }) => look(scene, staff, subject, { reason }),
  recuse: (scene, staff, subject, { reason }) => recuse(scene, staff, subject, { reason }),
  step_aside: (scene, staff, subject, input) => recuse(scene, staff, subject, step(input)),
}

/** The right channel, as the worker will read it: in the language he filed in. */
function inWords({ submission }: CasePage, channel: string): string {
  return catalogs[submission.locale].desk.fields.channelLine(channel)
}
