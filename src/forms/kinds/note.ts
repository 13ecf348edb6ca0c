import * as v from 'valibot'
import { shown } from './settings.ts'

/** What is said between questions; it takes no answer. */
export const settings = v.object({ type: v.literal('note'), ...shown })
