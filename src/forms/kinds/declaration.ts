import * as v from 'valibot'
import { type Kind, ticked } from './kind.ts'
import { always, question } from './settings.ts'

export const settings = v.object({ type: v.literal('declaration'), ...question, required: always })
type Declaration = v.InferOutput<typeof settings>

/** What he says is so. Of the use of what he wrote it says nothing: that is a consent, and this is none. */
export const declaration: Kind<Declaration, boolean> = { ...ticked, wants: 'declaration' }
