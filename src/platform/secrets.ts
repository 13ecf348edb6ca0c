import * as v from 'valibot'
import { PlainError } from '../log.ts'
import type { Secrets } from './types.ts'

/** Under which names a deployment keeps its secrets, on every platform. */
export interface SecretVariables {
  AUTH_SECRET: string
  RECEIPT_SECRET: string
  CASE_SECRET?: string
  CASE_SECRET_OTHER?: string
  SEARCH_SECRET: string
  SETUP_TOKEN?: string
  SMTP_PASSWORD?: string
}

const secret = v.pipe(v.string(), v.minLength(32))
const required = v.object({
  AUTH_SECRET: secret,
  RECEIPT_SECRET: secret,
  CASE_SECRET: secret,
  SEARCH_SECRET: secret,
})

/** Of the secrets of cases one is enough, whichever. */
const known = (variables: SecretVariables) => ({
  ...variables,
  CASE_SECRET: variables.CASE_SECRET || variables.CASE_SECRET_OTHER,
})

/** The secrets without which no request is answered. */
export const secretNames = Object.keys(required.entries)

export function secretsOf(variables: SecretVariables): Secrets {
  return {
    auth: variables.AUTH_SECRET,
    receipts: variables.RECEIPT_SECRET,
    cases: caseSecretsOf(variables),
    search: variables.SEARCH_SECRET,
    setupToken: variables.SETUP_TOKEN,
    smtpPassword: variables.SMTP_PASSWORD,
  }
}

/** Looks once; the check it answers throws for as long as a secret is missing, and says what to do. */
export function secretsCheck(variables: SecretVariables, remedy: string): () => void {
  const result = v.safeParse(required, known(variables))
  if (result.success) return () => undefined
  const names = result.issues.map((issue) => v.getDotPath(issue)).join(', ')
  return () => {
    throw new PlainError(`Missing or too short (32 characters): ${names}. ${remedy}`)
  }
}

/** Each begins with the day on which it was made, so that of two the later one is the newer. */
function caseSecretsOf({ CASE_SECRET = '', CASE_SECRET_OTHER }: SecretVariables): Secrets['cases'] {
  if (!CASE_SECRET_OTHER) return [CASE_SECRET]
  if (!CASE_SECRET) return [CASE_SECRET_OTHER]
  return CASE_SECRET > CASE_SECRET_OTHER ? [CASE_SECRET, CASE_SECRET_OTHER] : [CASE_SECRET_OTHER, CASE_SECRET]
}
