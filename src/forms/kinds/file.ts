import * as v from 'valibot'
import type { Attached } from '../answers.ts'
import { attaching, withFiles } from './attached.ts'
import type { Kind } from './kind.ts'

export const settings = v.object({ type: v.literal('file'), ...attaching })
type AnyFile = v.InferOutput<typeof settings>

/** Photos and voice notes as they come; a photo of a paper stands for the paper. */
export const file: Kind<AnyFile, Attached[]> = withFiles(() => true)
