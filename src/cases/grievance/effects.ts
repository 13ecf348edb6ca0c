import type { Effect } from '../../engine/process.ts'
import { filedEffects } from '../filed/effects.ts'
import { readMessages } from '../filed/unread.ts'
import { accept } from './accepting.ts'
import { confide, release } from './confiding.ts'
import { askConsent, giveConsent, lookByConsent, refuseConsent, withdrawConsent } from './consenting.ts'
import { agreeDecline, proposeDecline } from './declining.ts'
import { dispatch, giveBack, reassign } from './dispatching.ts'
import { submitDraft } from './drafting.ts'
import { declareDanger, sayDanger } from './endangering.ts'
import { askExtension, extend } from './extending.ts'
import { stopWords } from './leaving.ts'
import { agreeMerge, proposeMerge } from './merging.ts'
import { rate } from './rating.ts'
import { recuse, stepAside } from './recusing.ts'
import { refer } from './referring.ts'
import { redo, redoByUnion, redoForWorker, startAgain } from './reopening.ts'
import { reportRetaliation } from './retaliating.ts'
import { appeal, backFromCity, escort, object, takeReview } from './reviewing.ts'
import { approve, sign } from './signing.ts'
import type { GrievanceInput, GrievanceSubject } from './subject.ts'
import { objectMerger, partAll } from './unmerging.ts'
import { withdraw } from './withdrawing.ts'
import { eraseWords } from './worker-erasing.ts'
import { writeToUnion } from './worker-writing.ts'

/** What some moves change beyond their line; every other move is its line alone. */
export const effects = {
  ...filedEffects,
  write_to_union: writeToUnion,
  erase_words: eraseWords,
  // Whoever was reached was asked what he wants.
  phone: readMessages,
  visit: readMessages,
  accept,
  propose_decline: proposeDecline,
  agree_decline: agreeDecline,
  propose_merge: proposeMerge,
  agree_merge: agreeMerge,
  object_merger: objectMerger,
  confirm_withdrawal: partAll,
  confide,
  agree_release: release,
  dispatch,
  take_review: takeReview,
  escort,
  refer,
  ask_consent: askConsent,
  look_at_identity: lookByConsent,
  give_consent: giveConsent,
  refuse_consent: refuseConsent,
  withdraw_consent: withdrawConsent,
  stop_words: stopWords,
  resume_handling: backFromCity,
  start_draft: backFromCity,
  return: giveBack,
  reassign,
  step_aside: stepAside,
  recuse,
  submit_draft: submitDraft,
  approve,
  sign,
  ask_extension: askExtension,
  extend,
  declare_danger: declareDanger,
  say_danger: sayDanger,
  rate_solved: rate('solved'),
  rate_partly: rate('partly'),
  rate_unsolved: rate('not_solved'),
  reopen: redo,
  reopen_by_union: redoByUnion,
  reopen_for_worker: redoForWorker,
  appeal,
  object,
  withdraw,
  resume: startAgain,
  reinstate: startAgain,
  report_retaliation: reportRetaliation,
} as const satisfies Record<string, Effect<GrievanceSubject, GrievanceInput>>
