import type { DefinitionDraft } from '../definition.ts'
import { grievance } from './grievance.ts'
import { hardship } from './hardship.ts'
import { joining } from './joining.ts'
import { safety } from './safety.ts'
import { suggestion } from './suggestion.ts'

/** The forms a federation starts with, by slug; each can be published anew with other questions. */
export const standardForms: Record<string, DefinitionDraft> = {
  grievance,
  safety,
  hardship,
  joining,
  suggestion,
}
