import * as v from 'valibot'
import { isCreditCode, tidyCreditCode } from '../../orgs/credit-code.ts'
import { because, type Kind, typedWords } from './kind.ts'
import { question } from './settings.ts'

export const settings = v.object({ type: v.literal('credit_code'), ...question })
type CreditCode = v.InferOutput<typeof settings>

/** The unified social credit code of an employer (GB 32100-2015). */
export const creditCode: Kind<CreditCode, string> = {
  ...typedWords,
  check: () => tidied,
}

const tidied = v.pipe(
  v.string(),
  v.transform(tidyCreditCode),
  v.check(isCreditCode, because('not_a_credit_code')),
)
