import type { Effect, Refused } from '../../engine/process.ts'
import type { GrievanceInput, GrievanceSubject } from './subject.ts'

export type GrievanceEffect = Effect<GrievanceSubject, GrievanceInput>

/** What was filled in cannot be. */
export const invalid: Refused = { ok: false, why: 'invalid' }
