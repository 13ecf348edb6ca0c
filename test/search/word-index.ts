import { env } from 'cloudflare:workers'
import type { WordIndex } from '../../src/search/index-of-words.ts'
import { testBindings } from '../support/bindings.ts'
import type {} from '../support/test-env.ts'

/** What is searched in tests. */
export const wordIndex: WordIndex = { words: env.SEARCH, secret: testBindings.SEARCH_SECRET }
