import * as v from 'valibot'
import { isSound } from '../../files/kind-of-file.ts'
import type { Attached } from '../answers.ts'
import { attaching, withFiles } from './attached.ts'
import type { Kind } from './kind.ts'

export const settings = v.object({ type: v.literal('voice'), ...attaching })
type Voice = v.InferOutput<typeof settings>

/** Voice notes: for who would rather speak than write. */
export const voice: Kind<Voice, Attached[]> = withFiles(isSound)
