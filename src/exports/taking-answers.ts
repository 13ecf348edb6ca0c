import { tellUnreadable } from '../cases/telling-unreadable.ts'
import { keptVersions } from '../forms/kept-definitions.ts'
import { countsSeats } from '../forms/room.ts'
import { auditEntry } from '../orgs/auditing.ts'
import type { Scene } from '../orgs/scene.ts'
import type { Staff } from '../orgs/staff.ts'
import { dayIn, timeIn } from '../orgs/zone.ts'
import { partsOf } from './answer-parts.ts'
import { type Table, type TableWords, tableOf } from './answer-table.ts'
import type { Narrowing, Wanted } from './narrowing.ts'
import { hasChosen } from './offered-options.ts'
import { filingsAfter } from './reading-filings.ts'

export interface TakenAnswers {
  /** Which of how many parts it is, from 1 on. */
  part: number
  parts: number
  head: Table['head']
  /** In batches, each read when it is asked for. */
  rows: AsyncGenerator<ReturnType<Table['rowOf']>[]>
}

interface Asked {
  form: { id: string; slug: string }
  /** The case after which the part begins, and how many it has at most. */
  after: string | undefined
  inFile: number
  narrowing: Narrowing
  words: TableWords
}

/**
 * One part of the answers of a form as its rows; null where there is none, or he sees none. The log says who took which,
 * before he has it, and so does each row.
 */
export async function takeAnswers(
  scene: Scene,
  staff: Staff,
  { form, after, inFile, narrowing, words }: Asked,
): Promise<TakenAnswers | null> {
  const { db, now, rules } = scene
  const { zone } = rules.settings
  const wanted: Wanted = { by: staff, narrowing, zone }
  const parts = await partsOf(db, wanted, form.id, inFile)
  const at = parts.findIndex((it) => it.after === after)
  const part = parts[at]
  if (!part) return null
  const versions = await keptVersions(db, form.id)
  const taken = { by: `${staff.name} <${staff.email}>`, at: `${dayIn(zone, now)} ${timeIn(zone, now)}` }
  const table = tableOf(versions, words, { zone, taken, isCounted: await countsSeats(db, form.id) })
  await auditEntry({ db, now, by: staff }, 'answers_taken', `${form.slug} ${part.first} – ${part.last}`)
  return { part: at + 1, parts: parts.length, head: table.head, rows: rows() }

  async function* rows() {
    const unreadable: string[] = []
    for await (const filings of filingsAfter(scene, wanted, versions, { after, most: inFile })) {
      unreadable.push(...filings.filter((it) => it.without === 'unreadable').map(({ id }) => id))
      yield filings.filter((it) => hasChosen(narrowing, it)).map(table.rowOf)
    }
    if (unreadable.length > 0) await tellUnreadable(scene, unreadable)
  }
}
