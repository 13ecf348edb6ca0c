import type { DefinitionDraft } from '../definition.ts'
import { bargainingWishes } from './bargaining-wishes.ts'
import { courseSignUp } from './course-sign-up.ts'
import { enterpriseSelfCheck } from './enterprise-self-check.ts'
import { harassed } from './harassed.ts'
import { householdInHardship } from './household-in-hardship.ts'
import { hurtAtWork } from './hurt-at-work.ts'
import { medicalMutualAid } from './medical-mutual-aid.ts'
import { needToTalk } from './need-to-talk.ts'
import { ridersAndDrivers } from './riders-and-drivers.ts'
import { safetyQuiz } from './safety-quiz.ts'
import { unionCoverage } from './union-coverage.ts'
import { unpaidWages } from './unpaid-wages.ts'
import { visitRecord } from './visit-record.ts'
import { womenAtWork } from './women-at-work.ts'

/**
 * Forms with which somebody begins one of his own, by the slug that each suggests: first what workers file, then what the
 * union does for them. None is published as it stands.
 */
export const templates: Record<string, DefinitionDraft> = {
  'unpaid-wages': unpaidWages,
  'hurt-at-work': hurtAtWork,
  'women-at-work': womenAtWork,
  harassment: harassed,
  'need-to-talk': needToTalk,
  riders: ridersAndDrivers,
  bargaining: bargainingWishes,
  household: householdInHardship,
  visit: visitRecord,
  'medical-aid': medicalMutualAid,
  coverage: unionCoverage,
  'self-check': enterpriseSelfCheck,
  course: courseSignUp,
  'safety-quiz': safetyQuiz,
}
