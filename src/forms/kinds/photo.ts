import * as v from 'valibot'
import { isPicture } from '../../files/kind-of-file.ts'
import type { Attached } from '../answers.ts'
import { attaching, withFiles } from './attached.ts'
import type { Kind } from './kind.ts'

export const settings = v.object({ type: v.literal('photo'), ...attaching })
type Photo = v.InferOutput<typeof settings>

/** Photos, of whatever phone. */
export const photo: Kind<Photo, Attached[]> = withFiles(isPicture)
