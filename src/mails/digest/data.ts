import * as v from 'valibot'
import type { KeptReach } from '../../cases/sight.ts'
import { categories, states } from '../../db/vocabulary.ts'

const count = v.number()
const bilingual = v.object({ zh: v.string(), en: v.string() })

/** What a digest mail is rendered from; read back with care, for the row may be of an earlier release. */
export const digestData = v.object({
  staffId: v.string(),
  from: v.number(),
  to: v.number(),
  /** What waits for the reader himself; an earlier release did not say. */
  turns: v.optional(
    v.object({
      count,
      overdue: count,
      first: v.array(v.object({ id: v.string(), number: v.number(), isLate: v.boolean() })),
    }),
  ),
  filed: count,
  open: v.array(v.object({ state: v.picklist(states), count })),
  dueThisWeek: count,
  /** An earlier release did not count them. */
  unread: v.optional(count, 0),
  overdue: count,
  /** An earlier release did not count them. */
  supervised: v.optional(count, 0),
  supervisedDays: v.optional(count, 0),
  overdueBy: v.array(v.object({ id: v.optional(v.string()), org: bilingual, count })),
  rates: v.object({
    contactsDue: count,
    contactsInTime: count,
    rated: count,
    solved: count,
    partly: count,
    satisfied: count,
  }),
  categories: v.array(v.object({ category: v.picklist(categories), week: count, before: count })),
})

export type DigestData = v.InferOutput<typeof digestData>

/** The same in its notice, with what it was counted for: who reads less when it is sent does not get it. */
export type KeptDigest = DigestData & { reach: KeptReach }
