import { digest } from '../db/hmac.ts'
import type { Database, Platform } from '../platform/types.ts'

/** Which cases hold which words: a database of its own, and the secret that keys what stands in it. */
export interface WordIndex {
  words: Database
  secret: string
}

export function openWordIndex({ search, secrets }: Pick<Platform, 'search' | 'secrets'>): WordIndex {
  return { words: search, secret: secrets.search }
}

/** Tells two secrets apart, and nothing of either. */
export async function whichSecret({ secret }: Pick<WordIndex, 'secret'>): Promise<string> {
  return (await digest(`which ${secret}`)).slice(0, 8)
}
