import { and, gte, lt, type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { cases } from '../db/tables/cases.ts'
import { submissions } from '../db/tables/submissions.ts'
import { categories, states } from '../db/vocabulary.ts'
import { codesOfPlace } from '../forms/codes-of-place.ts'
import { addDays } from '../orgs/calendar.ts'
import type { Staff } from '../orgs/staff.ts'
import { instantIn } from '../orgs/zone.ts'

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))

/** By what the answers to a form are narrowed, in a list, a summary or a file. */
export const narrowing = v.object({
  from: v.optional(day),
  /** The last day. */
  to: v.optional(day),
  /** A code of a place, the one that hangs there now or one before. */
  site: v.optional(v.string()),
  category: v.optional(v.picklist(categories)),
  state: v.optional(v.picklist(states)),
  /** The number of a version. */
  version: v.optional(v.number()),
  /** An option of a question: found by opening the answers alone, for they are encrypted. */
  chosen: v.optional(v.object({ question: v.string(), value: v.string() })),
})
export type Narrowing = v.InferOutput<typeof narrowing>

/** Which answers, of all that a person sees. */
export interface Wanted {
  by: Staff
  narrowing: Narrowing
  /** In which its days are. */
  zone: string
}

/** Without the version, which whoever goes through the versions leaves out himself. */
export function narrowedTo({ from, to, site, category, state }: Narrowing, zone: string): SQL | undefined {
  return and(
    from ? gte(submissions.createdAt, instantIn(zone, from)) : undefined,
    to ? lt(submissions.createdAt, instantIn(zone, addDays(to, 1))) : undefined,
    site ? sql`${submissions.siteCode} in (${codesOfPlace(site)})` : undefined,
    category ? sql`${cases.category} = ${category}` : undefined,
    state ? sql`${cases.state} = ${state}` : undefined,
  )
}

/** Whether a version is among those that are asked for. */
export function isOfVersion({ version }: Narrowing, { number }: { number: number }): boolean {
  return version === undefined || version === number
}
