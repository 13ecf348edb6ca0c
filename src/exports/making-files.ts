import { and, eq, gt, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { type KeptReach, reachFrom, reachOfEach } from '../cases/sight.ts'
import { tellUnreadable } from '../cases/telling-unreadable.ts'
import { answerFiles } from '../db/tables/answer-files.ts'
import { staff as people } from '../db/tables/orgs.ts'
import { type KeptVersion, keptVersions } from '../forms/kept-definitions.ts'
import { countsSeats } from '../forms/room.ts'
import { logFailure, PlainError } from '../log.ts'
import { readsAnyCase } from '../orgs/roles.ts'
import type { Scene } from '../orgs/scene.ts'
import { loadStaff, type Staff } from '../orgs/staff.ts'
import type { Files } from '../platform/types.ts'
import type { TableWords } from './answer-table.ts'
import { type AnswerFile, keptFor, mayHave } from './asking-for-files.ts'
import { keepSlice } from './file-slices.ts'
import { narrowing, type Wanted } from './narrowing.ts'
import { hasChosen } from './offered-options.ts'
import { openSummary } from './opening-files.ts'
import { type Filing, filingsAfter } from './reading-filings.ts'
import { sliceOf } from './slices.ts'
import { nothingSummed, type Summary } from './summing-answers.ts'

interface Making {
  files: Files
  /** How many answers are opened at once. */
  inSlice: number
  wordsIn: (locale: AnswerFile['locale']) => TableWords
}

/** So often one slice is tried. */
const mostFailures = 5

/**
 * Makes the next slice of the file that has the fewest, so that none waits for a long one. Safe to run twice, and two at
 * once: a slice counts where nobody began another one meanwhile, and whoever did goes on. Answers whether there is more
 * to do.
 */
export async function makeSlice(scene: Scene, making: Making): Promise<{ more: boolean }> {
  const file = await claim(scene)
  if (!file) return { more: false }
  const reach = await reachOver(scene, file)
  const staff = await loadStaff(scene.db, file.staffId)
  if (file.failures > mostFailures) await close(scene, file, 'failed')
  else if (!staff || !readsAnyCase(staff) || !reach) await close(scene, file, 'ended')
  else
    try {
      return { more: await make(scene, making, file, { staff, reach }) }
    } catch (error) {
      logFailure('A slice of a file of answers could not be made; it is tried again', error)
    }
  return { more: true }
}

async function claim({ db, now }: Scene): Promise<AnswerFile | undefined> {
  const { id, state, endsAt, turn, failures } = answerFiles
  const [file] = await db
    .update(answerFiles)
    .set({ turn: sql`${turn} + 1`, failures: sql`${failures} + 1` })
    .where(
      eq(
        id,
        sql`(select id from answer_files where ${and(eq(state, 'working'), gt(endsAt, now))} order by turn, at limit 1)`,
      ),
    )
    .returning()
  return file
}

/**
 * What its person reads by now, if that is all that he did; it is kept with the slice, so that what is in there by a right
 * that he got since goes with that right.
 */
async function reachOver({ db }: Scene, { id, staffId }: AnswerFile): Promise<KeptReach | null> {
  const [row] = await db
    .select(reachOfEach)
    .from(people)
    .innerJoin(answerFiles, eq(answerFiles.staffId, people.id))
    .where(and(eq(answerFiles.id, id), mayHave))
  return row ? reachFrom(staffId, row) : null
}

async function close({ db }: Scene, { id }: AnswerFile, state: 'failed' | 'ended'): Promise<void> {
  await db.update(answerFiles).set({ state }).where(eq(answerFiles.id, id))
}

/** Whether the slice counts. */
async function make(
  scene: Scene,
  making: Making,
  file: AnswerFile,
  { staff, reach }: { staff: Staff; reach: KeptReach },
): Promise<boolean> {
  const { db, now, rules } = scene
  const { zone } = rules.settings
  const wanted: Wanted = { by: staff, narrowing: v.parse(narrowing, file.narrowing), zone }
  const versions = await keptVersions(db, file.formId)
  const looked = await next(scene, wanted, versions, file, making.inSlice)
  const isLast = looked.length < making.inSlice
  const found = looked.filter((it) => hasChosen(wanted.narrowing, it))
  const before = await summedBefore(scene, making, file)
  const isCounted = await countsSeats(db, file.formId)
  const words = making.wordsIn(file.locale)
  const { bytes, sum } = sliceOf(file, { versions, found, isLast, staff, zone, isCounted, words, before })
  await keepSlice(scene, making.files, file, file.turn, bytes)
  const counted = await db
    .update(answerFiles)
    .set({
      ...sum,
      reach: JSON.stringify(reach),
      state: isLast ? 'ready' : 'working',
      looked: file.looked + looked.length,
      rows: file.rows + found.length,
      after: looked.at(-1)?.id ?? file.after,
      failures: 0,
      // A summary is the last one of its slices.
      parts: file.kind === 'summary' ? [file.turn] : [...file.parts, file.turn],
      endsAt: new Date(now.getTime() + keptFor),
    })
    .where(
      and(eq(answerFiles.id, file.id), eq(answerFiles.turn, file.turn), eq(answerFiles.state, 'working')),
    )
    .returning({ id: answerFiles.id })
  const unreadable = looked.filter((it) => it.without === 'unreadable').map(({ id }) => id)
  if (unreadable.length > 0) await tellUnreadable(scene, unreadable)
  return counted.length > 0
}

async function summedBefore(scene: Scene, { files }: Making, file: AnswerFile): Promise<Summary> {
  if (file.kind !== 'summary' || file.parts.length === 0) return nothingSummed
  const before = await openSummary(scene, files, file)
  if (!before) throw new PlainError('What a summary came to so far is gone')
  return before
}

async function next(
  scene: Scene,
  wanted: Wanted,
  versions: readonly KeptVersion[],
  { after }: AnswerFile,
  most: number,
): Promise<Filing[]> {
  const filings: Filing[] = []
  const part = { after: after ?? undefined, most }
  for await (const batch of filingsAfter(scene, wanted, versions, part)) filings.push(...batch)
  return filings
}
