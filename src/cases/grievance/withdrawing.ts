import { contacts } from '../../engine/contact-duties.ts'
import type { GrievanceEffect } from './effect.ts'

/**
 * The worker takes his case back. Nobody has to meet him any more, unless he is in danger: somebody else may be
 * holding his phone.
 */
export const withdraw: GrievanceEffect = (_, { case: it }) => (it.danger ? {} : { stops: contacts })
