/** The words of the field that the database stores, named for people in `i18n`. */
// The processes by which cases go; each has a table of its own moves.
export const processes = ['grievance', 'register'] as const
export type ProcessName = (typeof processes)[number]

/** The states of all processes. */
export const states = [
  'submitted',
  'triage',
  'needs_info',
  'declined',
  'accepted',
  'dispatched',
  'investigating',
  'mediating',
  'referred',
  'drafting',
  'in_review',
  'sign_off',
  'replied',
  'reopened',
  'under_review',
  'closed',
  'withdrawn',
  'archived',
  'received',
  'seen',
  'done',
] as const
export type State = (typeof states)[number]

/** What is owed on a case by a date; the clocks of each process say how long. */
export const dutyKinds = [
  'contact',
  'contact_again',
  'decision',
  'triage',
  'info',
  'objection',
  'dispatch',
  'sign_for',
  'finish',
  'limit',
  'mediation',
  'look_in',
  'step',
  'rating',
  'reopened',
  'review',
  'withdrawal',
  'viewing',
] as const
export type DutyKind = (typeof dutyKinds)[number]

export const dutyHolders = ['union', 'worker'] as const
export type DutyHolder = (typeof dutyHolders)[number]

export const roles = [
  'duty_officer',
  'handler',
  'department_head',
  'deputy_chair',
  'chair',
  'supervisor',
  'administrator',
  'auditor',
] as const
export type Role = (typeof roles)[number]

export const actorKinds = ['staff', 'worker', 'clock', 'system'] as const
export type ActorKind = (typeof actorKinds)[number]

export const categories = [
  'wages',
  'hours',
  'leave',
  'insurance',
  'contract',
  'injury',
  'safety',
  'women',
  'harassment',
  'platform',
  'hardship',
  'mental',
  'welfare',
  'democratic',
  'organising',
  'legal',
  'conduct',
  'suggestion',
  'other',
] as const
export type Category = (typeof categories)[number]

/** Whom a case about conduct concerns; it goes above them. */
export const concernedKinds = ['unit', 'township', 'federation', 'employer'] as const
export type Concerned = (typeof concernedKinds)[number]

export const modes = ['complaint', 'report'] as const
export type Mode = (typeof modes)[number]

export const secrecies = ['open', 'confidential', 'strict'] as const
export type Secrecy = (typeof secrecies)[number]

/** Whether workers may choose an employer: yes, not before the county says so, or no. */
export const employerStatuses = ['approved', 'waiting', 'refused'] as const
export type EmployerStatus = (typeof employerStatuses)[number]

export const lamps = ['green', 'amber', 'red'] as const
export type Lamp = (typeof lamps)[number]

export const closingLabels = [
  'solved',
  'partly',
  'unsolved',
  'no_answer',
  'merged',
  'declined',
  'withdrawn',
] as const
export type ClosingLabel = (typeof closingLabels)[number]

/** Whether a reply supports what the worker asked for; the chair signs what does not. */
export const replyOutcomes = ['supported', 'partly', 'not_supported'] as const
export type ReplyOutcome = (typeof replyOutcomes)[number]

export const solvedAnswers = ['solved', 'partly', 'not_solved'] as const
export type SolvedAnswer = (typeof solvedAnswers)[number]

export const satisfiedAnswers = ['satisfied', 'basically', 'not_satisfied'] as const
export type SatisfiedAnswer = (typeof satisfiedAnswers)[number]

/** What of a worker somebody else may be told, as he is asked for it. */
export const toldKinds = ['name', 'phone', 'all'] as const
export type ToldKind = (typeof toldKinds)[number]

export const consentAnswers = ['given', 'refused'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

export const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text that exists in both languages of the interface. */
export type Bilingual = Record<Locale, string>

/** What people are told of; each kind is a mail in `mails/`. */
export const noticeKinds = [
  'digest',
  'urgent_case',
  'entrusted',
  'your_turn',
  'ten_workers',
  'worker_wrote',
  'consent_answered',
  'extension_asked',
  'extension_decided',
  'limitation',
  'overdue',
  'due_soon',
  'supervised',
  'alarm',
  'invitation',
  'naming_proposed',
  'naming',
  'address_changed',
  'test_mail',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** The ways on which a worker is told that there is news. */
export const newsWayKinds = ['mail', 'push'] as const
export type NewsWayKind = (typeof newsWayKinds)[number]

/** The ways on which a notice reaches a person. */
export const channels = ['mail'] as const
