import { readByStaff, readByWorker } from '../../src/cases/reading.ts'
import { openDb } from '../../src/db/client.ts'
import type { BuiltWorker } from '../support/build.ts'
import { startHuying } from '../support/huying.ts'
import type { Act } from '../support/town/story.ts'
import { type Held, monday, type Town, town } from '../support/town/town.ts'
import { counted } from './counting/database.ts'
import { printTable } from './table.ts'

const dayOfFreePlan = 100_000

/** What each act of a case writes, as D1 counts it: each row, and each entry of an index. */
export async function rowsByAct(product: BuiltWorker): Promise<void> {
  const huying = await startHuying(product)
  const count = { statements: 0, rowsRead: 0, rowsWritten: 0 }
  const here = (await town(huying.d1, monday, huying.secrets.keys)).with({
    db: openDb(counted(huying.d1, count)),
  })
  const held = await here.file()
  const rows: [string, number][] = [['filing', count.rowsWritten]]
  for (const [name, happen] of life) {
    const before = count.rowsWritten
    await happen(here, held)
    rows.push([name, count.rowsWritten - before])
  }
  const { state } = await here.caseOf(held)
  if (state !== 'archived') throw new Error(`The case came to be ${state} only`)
  await huying.stop()

  const whole = rows.reduce((sum, [, written]) => sum + written, 0)
  printTable('Rows written by each act', ['act', 'rows written'], [...rows, ['a whole life', whole]])
  console.log(`\n  A day of the free plan is enough for ${Math.floor(dayOfFreePlan / whole)} such lives.`)
}

type Happening = (here: Town, held: Held) => Promise<unknown>

const by =
  (act: Act): Happening =>
  (here, held) =>
    here.live(held, [act])

/** The life of a case that is solved, with a word from each side and a note. */
const life: [name: string, happen: Happening][] = [
  ['message of the union', by({ by: 'officer', action: 'write', input: { body: 'Seen.', key: 'a' } })],
  ['acceptance', by({ by: 'officer', action: 'accept' })],
  ['dispatch', by({ by: 'officer', action: 'dispatch', input: { handlerId: 'handler' } })],
  ['signing for', by({ by: 'handler', action: 'sign_for' })],
  [
    'message of the worker',
    by({ by: 'worker', action: 'write_to_union', input: { body: 'Thanks.', key: 'b' } }),
  ],
  [
    'reading it',
    async (here, held) => readByStaff(here.scene, here.people.handler, await here.asWorker(held)),
  ],
  ['note', by({ by: 'handler', action: 'note', input: { reason: 'Called the works.' } })],
  ['draft begun', by({ by: 'handler', action: 'start_draft' })],
  [
    'draft handed in',
    by({ by: 'handler', action: 'submit_draft', input: { body: 'They pay.', outcome: 'supported' } }),
  ],
  ['approval', by({ by: 'head', action: 'approve' })],
  ['signature', by({ by: 'deputy', action: 'sign' })],
  ['reading the answer', async (here, held) => readByWorker(here.scene, await here.asWorker(held))],
  [
    'rating',
    by({ by: 'worker', action: 'rate_solved', input: { solved: 'solved', satisfied: 'satisfied' } }),
  ],
  ['archive', by({ by: 'years' })],
]
