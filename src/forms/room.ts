import { eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { forms } from '../db/tables/forms.ts'
import { quotas } from '../db/tables/quotas.ts'
import type { AnswerError, Answers } from './answers.ts'
import { type Definition, questionsOf } from './definition.ts'
import { mayBeFull } from './meaning.ts'
import { chosenIn, wantedHere, wantsOf } from './quota-keys.ts'
import type { Opened } from './versions.ts'

/** Where a form has no place left, and whether one may wait there. */
export interface Room {
  full: ReadonlySet<string>
  waits: boolean
}

/** What who files now would get. */
export type Standing = 'place' | 'waits' | 'none'

/** Of a form that counts nothing, and before it is known. */
export const roomForAll: Room = { full: new Set(), waits: false }

/** How it stands; of a form that counts nothing, nothing is read. What is really given the batch of a filing decides. */
export async function roomIn(db: Db, { form }: Pick<Opened, 'form'>, definition: Definition): Promise<Room> {
  return form.isCounted && mayBeFull(definition) ? roomNow(db, form.id) : roomForAll
}

/** The same, also where a form counts only since a moment ago. */
export async function roomNow(db: Db, formId: string): Promise<Room> {
  const rows = await db
    .select({ quota: quotas, waits: forms.waits })
    .from(quotas)
    .innerJoin(forms, eq(forms.id, quotas.formId))
    .where(eq(quotas.formId, formId))
  const full = rows.filter(({ quota }) => quota.taken >= quota.most).map(({ quota }) => quota.of)
  return { full: new Set(full), waits: rows.some(({ waits }) => waits) }
}

/** What everybody would get here, whatever he answers. */
export function standingHere(room: Room, site: Opened['site']): Standing {
  return standing(room, wantedHere(site))
}

/** What somebody would get with these answers. */
export function standingWith(
  room: Room,
  { definition, answers, site }: { definition: Definition; answers: Answers; site: Opened['site'] },
): Standing {
  return standing(room, wantsOf(definition, answers, site))
}

/** The questions of which he chose what is full, where nobody waits. */
export function fullErrors(
  { full, waits }: Room,
  definition: Definition,
  answers: Answers,
): Record<string, AnswerError> {
  if (waits || full.size === 0) return {}
  const wrong = questionsOf(definition).filter((field) =>
    chosenIn(field, answers).some((key) => full.has(key)),
  )
  return Object.fromEntries(wrong.map(({ name }) => [name, 'full' as const]))
}

function standing({ full, waits }: Room, wants: string[]): Standing {
  if (!wants.some((key) => full.has(key))) return 'place'
  return waits ? 'waits' : 'none'
}

/** Whether a form counts its places; where it does not, no row is read. */
export async function countsSeats(db: Db, formId: string): Promise<boolean> {
  const [row] = await db.all<{ counts: number }>(
    sql`select exists (select 1 from quotas where form_id = ${formId}) as counts`,
  )
  return row?.counts === 1
}
