import { createFactory } from 'hono/factory'
import type { Db } from './db/client.ts'
import type { Keyring } from './encryption/keyring.ts'
import type { News } from './notices/news.ts'
import type { Rules } from './orgs/rules.ts'
import type { Staff } from './orgs/staff.ts'
import type { Platform } from './platform/types.ts'
import type { View } from './ui/view.ts'

interface Variables {
  now: Date
  db: Db
  keys: Keyring
  rules: Rules
  news: News
  view: View
  /** That the answer is to be seen once, and kept nowhere. */
  unkept?: true
  /** That the answer is a file that somebody sent, and no page. */
  isFile?: true
}

/** What a handler of a public page finds. */
export interface AppEnv {
  Bindings: Platform
  Variables: Variables
}

/** What a handler behind `signedIn` finds besides: the person who is in. */
export interface StaffEnv {
  Bindings: Platform
  Variables: Variables & { staff: Staff }
}

export const factory = createFactory<AppEnv>()
export const staffFactory = createFactory<StaffEnv>()
