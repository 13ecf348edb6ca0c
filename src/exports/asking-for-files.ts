import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { reachFrom, reachOfEach, stillCovers } from '../cases/sight.ts'
import type { Db } from '../db/client.ts'
import { randomId } from '../db/id.ts'
import { type answerFileKinds, answerFiles } from '../db/tables/answer-files.ts'
import { staff as people } from '../db/tables/orgs.ts'
import type { Locale } from '../db/vocabulary.ts'
import { auditEntry } from '../orgs/auditing.ts'
import { readsAnyCase } from '../orgs/roles.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Staff } from '../orgs/staff.ts'
import { partsOf } from './answer-parts.ts'
import type { Wanted } from './narrowing.ts'

export type AnswerFile = typeof answerFiles.$inferSelect

/** How long a file is kept. */
export const keptFor = 86_400_000

/** So many one person has at most: what he has forgotten about goes by itself within a day. */
const mostOfOne = 10

interface Asked {
  form: { id: string; slug: string }
  kind: (typeof answerFileKinds)[number]
  locale: Locale
  inSlice: number
}

/**
 * Has the answers made into one file, for whoever asks and nobody else; of the same that is being made already it is that
 * one. Null where there are none, `many` where he has too many.
 */
export async function askForFile(
  { db, keys, now }: Scene,
  wanted: Wanted,
  { form, kind, locale, inSlice }: Asked,
): Promise<AnswerFile | 'many' | null> {
  const own = await filesFor(db, wanted.by, now)
  const narrowing = JSON.stringify(wanted.narrowing)
  const same = own.find(
    (it) =>
      it.state === 'working' &&
      it.formId === form.id &&
      it.kind === kind &&
      it.locale === locale &&
      JSON.stringify(it.narrowing) === narrowing,
  )
  if (same) return same
  if (own.length >= mostOfOne) return 'many'
  const total = (await partsOf(db, wanted, form.id, inSlice)).at(-1)?.last
  if (!total) return null
  const id = randomId()
  const { kept } = await keys.make(id, now)
  const [reach] = await db.select(reachOfEach).from(people).where(eq(people.id, wanted.by.id))
  if (!reach) return null
  const inserts = db
    .insert(answerFiles)
    .values({
      ...{ id, staffId: wanted.by.id, formId: form.id, kind, locale, at: now, total, parts: [] },
      ...{ narrowing: wanted.narrowing, reach: JSON.stringify(reachFrom(wanted.by.id, reach)) },
      ...{ endsAt: new Date(now.getTime() + keptFor) },
      ...{ keyId: kept.id, wrappedBy: kept.wrappedBy, wrapped: kept.wrapped },
    })
    .returning()
  const subject = `${form.slug} 1 – ${total}`
  const [[file]] = await db.batch([inserts, auditEntry({ db, now, by: wanted.by }, 'answers_taken', subject)])
  return file ?? null
}

/** What a person has asked for, the newest first. */
export function filesFor(db: Db, { id }: Staff, now: Date): Promise<AnswerFile[]> {
  const { staffId, endsAt, at } = answerFiles
  return db
    .select()
    .from(answerFiles)
    .where(and(eq(staffId, id), gt(endsAt, now)))
    .orderBy(desc(at))
}

/** One of them; null where it is another one's, gone, or he may not have it any more. */
export async function fileFor(db: Db, staff: Staff, id: string, now: Date): Promise<AnswerFile | null> {
  if (!readsAnyCase(staff)) return null
  const [row] = await db
    .select()
    .from(answerFiles)
    .where(
      and(eq(answerFiles.id, id), eq(answerFiles.staffId, staff.id), gt(answerFiles.endsAt, now), mayHave),
    )
  return row ?? null
}

/** SQL over `answer_files`: that its person still reads all that he did when he asked. */
export const mayHave = stillCovers(sql`answer_files.staff_id`, sql`answer_files.reach`)
