import { auditEntry, type Office } from '../../orgs/auditing.ts'
import type { Day } from '../../orgs/calendar.ts'
import { partsOfMonth } from './file-parts.ts'
import { writePart } from './writing-part.ts'

/**
 * The file of the record that begins with this day, after so many of its links; null where there is none. The log says
 * who took which days, before he has them.
 */
export async function takePart(
  office: Office,
  federation: string,
  { from, skip }: { from: Day; skip: number },
): Promise<string | null> {
  const { db, now, by } = office
  const parts = await partsOfMonth(db, from.slice(0, 7))
  const part = parts.find((it) => it.from === from && it.skip === skip)
  if (!part) return null
  const text = await writePart(db, part, { federation, for: `${by.name} <${by.email}>`, at: now })
  await auditEntry(office, 'record_taken', part.from === part.to ? from : `${from} – ${part.to}`)
  return text
}
