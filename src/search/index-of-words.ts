import type { Database, Platform } from '../platform/types.ts'

/** Which cases hold which words: a database of its own, and the secret that keys what stands in it. */
export interface WordIndex {
  words: Database
  secret: string
}

export function openWordIndex({ search, secrets }: Pick<Platform, 'search' | 'secrets'>): WordIndex {
  return { words: search, secret: secrets.search }
}
