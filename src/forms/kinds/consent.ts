import * as v from 'valibot'
import { type Kind, ticked } from './kind.ts'
import { question } from './settings.ts'

export const settings = v.object({ type: v.literal('consent'), ...question })
type Consent = v.InferOutput<typeof settings>

/** What is agreed to, apart from all else (个人信息保护法 14, 29). */
export const consent: Kind<Consent, boolean> = { ...ticked, wants: 'agreement' }
