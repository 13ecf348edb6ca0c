import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { inWords, uncheckedInWords } from '../../../scripts/record/words.ts'
import { archive } from '../../../src/cases/clock/retention.ts'
import { closeDays } from '../../../src/cases/record/closing-days.ts'
import { type Part, partsOf, partsOfMonth } from '../../../src/cases/record/file-parts.ts'
import { linkCases } from '../../../src/cases/record/linking.ts'
import { verify } from '../../../src/cases/record/verifying.ts'
import { writePart } from '../../../src/cases/record/writing-part.ts'
import { caseEvents, cases } from '../../../src/db/tables/cases.ts'
import { dayHeads, eventLinks } from '../../../src/db/tables/record.ts'
import { townAnew } from '../../support/town/anew.ts'
import { days } from '../../support/town/times.ts'
import { type Held, monday, succeeded, type Town } from '../../support/town/town.ts'

let here: Town
beforeEach(async () => {
  here = await townAnew(env.DB)
})

const mark = { federation: 'Qinghe', for: 'Xu <xu@union.example>', at: monday }

/** Three cases that lived on two days, each linked and closed; whatever is given to them on the first day. */
async function twoDays(): Promise<Held[]> {
  const all = [await here.given('closed'), await here.given('investigating'), await here.given('accepted')]
  const ids = all.map(({ id }) => id)
  await linkCases(here.scene, ids)
  const [, second] = all
  const tomorrow = here.at(days(1))
  if (second) succeeded(await tomorrow.does('handler', second, 'note', { reason: 'She called.' }))
  await linkCases(tomorrow.scene, ids)
  await closeDays(here.at(days(2)).scene)
  return all
}

async function fileOf(part?: Part): Promise<string[]> {
  const [whole] = await partsOfMonth(here.db, '2026-09')
  if (!whole) throw new Error('There is no file')
  return (await writePart(here.db, part ?? whole, mark)).trimEnd().split('\n')
}

async function heads(): Promise<Map<string, string>> {
  return new Map((await here.db.select().from(dayHeads)).map(({ day, head }) => [day, head]))
}

async function verdictOf(lines: string[], known = new Map<string, string>()) {
  const verdict = await verify([{ name: 'file', text: lines.join('\n') }], known)
  if (!('found' in verdict)) throw new Error(`No record at line ${verdict.line}`)
  return verdict
}

/** The first fault, and where it stands. */
async function firstFault(lines: string[], known?: Map<string, string>) {
  const { found } = await verdictOf(lines, known)
  const [first] = found
  return first && { fault: first.fault, line: first.line, caseId: first.caseId, seq: first.seq }
}

/** Where the handler signed for this case, in the middle of its day. */
const signedFor = (lines: string[], held: Held | undefined) =>
  lines.findIndex((line) => line.includes('"sign_for"') && line.includes(held?.id ?? ''))
const entryAt = (lines: string[], line: number) => JSON.parse(lines[line - 1] ?? '')

test('a file as it was written is whole, fits the heads, and says who took it', async () => {
  await twoDays()
  const lines = await fileOf()
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    record: 1,
    from: '2026-09-21',
    to: '2026-09-22',
    ...marked,
  })
  const verdict = await verdictOf(lines, await heads())
  expect(verdict).toMatchObject({ found: [], days: 2, deleted: 0, sealed: 0, begunBefore: 0, restsOn: null })
  expect(verdict.entries).toBe(await here.db.$count(eventLinks))
})
const marked = { federation: 'Qinghe', for: 'Xu <xu@union.example>', at: monday.toISOString() }

test('it holds no words, no category, no employer and no number', async () => {
  const [held] = await twoDays()
  const text = (await fileOf()).join('\n')
  for (const secret of ['wages', 'works', 'Li Na', 'story', 'e1.', `"number"`])
    expect(text).not.toContain(secret)
  expect(text).toContain(held?.id)
})

test('an entry that was altered is named', async () => {
  const [held] = await twoDays()
  const lines = await fileOf()
  const at = signedFor(lines, held)
  const { caseId, seq } = entryAt(lines, at + 1)
  lines[at] = lines[at]?.replace('"staffId":"handler"', '"staffId":"head"') ?? ''
  expect(await firstFault(lines)).toEqual({ fault: 'altered', line: at + 1, caseId, seq })
})

test('so is one that was altered in the database, and one that is gone from it', async () => {
  const [held, other] = await twoDays()
  await here.db
    .update(caseEvents)
    .set({ role: 'chair' })
    .where(eq(caseEvents.caseId, held?.id ?? ''))
  expect(await firstFault(await fileOf())).toMatchObject({ fault: 'altered', caseId: held?.id })
  await here.db.delete(caseEvents).where(eq(caseEvents.caseId, other?.id ?? ''))
  const { found } = await verdictOf(await fileOf())
  expect(found).toContainEqual(expect.objectContaining({ fault: 'gone', caseId: other?.id }))
})

test('so is every entry of a case that was taken out alone', async () => {
  const [held] = await twoDays()
  await here.db.delete(cases).where(eq(cases.id, held?.id ?? ''))
  const { found } = await verdictOf(await fileOf())
  expect(found).toHaveLength(await here.db.$count(eventLinks, eq(eventLinks.caseId, held?.id ?? '')))
  for (const it of found) expect(it).toMatchObject({ fault: 'gone', caseId: held?.id })
})

test('an entry that is missing in the middle is named by the one after it', async () => {
  const [held] = await twoDays()
  const lines = await fileOf()
  const at = signedFor(lines, held)
  const { caseId, seq } = entryAt(lines, at + 1)
  lines.splice(at, 1)
  expect(await firstFault(lines)).toEqual({ fault: 'missing_before', line: at + 1, caseId, seq: seq + 1 })
})

test('what is missing at the end is found: an entry by the number of its day, a day by its head', async () => {
  await twoDays()
  const lines = await fileOf()
  expect(await firstFault(lines.slice(0, -1))).toMatchObject({ fault: 'other_number' })
  const second = lines.findLastIndex((line) => line.startsWith('{"day"'))
  expect(await firstFault(lines.slice(0, second))).toBeUndefined()
  expect(await firstFault(lines.slice(0, second), await heads())).toMatchObject({ fault: 'day_missing' })
})

test('two entries that changed places are named', async () => {
  const [held] = await twoDays()
  const lines = await fileOf()
  const at = signedFor(lines, held)
  const [one = '', other = ''] = lines.slice(at, at + 2)
  lines.splice(at, 2, other, one)
  const { found } = await verdictOf(lines)
  expect(found.map(({ fault, line }) => [fault, line])).toContainEqual(['out_of_order', at + 2])
})

test('a whole case that was taken out is found by the head of its day, even where its number was put right', async () => {
  const [held] = await twoDays()
  const lines = await fileOf()
  const left = lines.filter((line) => !line.includes(held?.id ?? ''))
  expect(await firstFault(left)).toMatchObject({ fault: 'other_number', line: 2 })
  const links = lines.length - left.length
  const counted = left.map((line, at) =>
    at === 1 ? JSON.stringify({ ...JSON.parse(line), links: JSON.parse(line).links - links }) : line,
  )
  expect(await firstFault(counted)).toMatchObject({ fault: 'other_head', line: 2 })
})

test('whoever makes all anew, links and heads, is found by a head that somebody wrote down', async () => {
  const [held] = await twoDays()
  const written = await heads()
  await here.db.update(caseEvents).set({ role: 'chair' }).where(eq(caseEvents.staffId, 'handler'))
  await here.db.batch([here.db.delete(eventLinks), here.db.delete(dayHeads)])
  await linkCases(here.scene, [held?.id ?? ''])
  await closeDays(here.at(days(2)).scene)
  const lines = await fileOf()
  expect(await firstFault(lines)).toBeUndefined()
  expect(await firstFault(lines, written)).toMatchObject({ fault: 'not_as_written_down', line: 2 })
})

test('days after the last head that was written down are said not to be checked by it', async () => {
  await twoDays()
  const lines = await fileOf()
  const first = await verdictOf(lines, await firstHead())
  expect(first).toMatchObject({ found: [], anchoredTo: '2026-09-21' })
  expect(uncheckedInWords(first, 1)).toEqual(['Not checked against a written head: days after 2026-09-21.'])
  const whole = await verdictOf(lines, await heads())
  expect(whole).toMatchObject({ found: [], anchoredTo: null })
  expect(uncheckedInWords(whole, 2)).toEqual([])
})

test('of an archived case the entries are whole, and it is said how many lost their words', async () => {
  await twoDays()
  await archive(here.at(days(1200)).scene)
  const verdict = await verdictOf(await fileOf(), await heads())
  expect(verdict.found).toEqual([])
  expect(verdict.deleted).toBeGreaterThan(0)
  expect(uncheckedInWords(verdict, 2).join()).toContain(
    `Entries whose words were deleted: ${verdict.deleted}.`,
  )
})

test('a strict case is in no file, and the heads fit all the same; of one that became strict links are left', async () => {
  const strict = await here.file({ category: 'harassment' })
  await linkCases(here.scene, [strict.id])
  const [held] = await twoDays()
  expect((await fileOf()).join()).not.toContain(strict.id)
  expect((await verdictOf(await fileOf(), await heads())).found).toEqual([])
  await here.db
    .update(cases)
    .set({ secrecy: 'strict' })
    .where(eq(cases.id, held?.id ?? ''))
  const lines = await fileOf()
  expect(lines.join()).not.toContain(held?.id)
  const verdict = await verdictOf(lines, await heads())
  expect(verdict.found).toEqual([])
  expect(verdict.sealed).toBeGreaterThan(0)
})

test('files follow each other; alone a later one says what it could not check', async () => {
  await twoDays()
  const [first, second] = [
    await fileOf({ from: '2026-09-21', to: '2026-09-21', skip: 0, links: 100 }),
    await fileOf({ from: '2026-09-22', to: '2026-09-22', skip: 0, links: 100 }),
  ].map((lines, at) => ({ name: `file ${at + 1}`, text: lines.join('\n') }))
  if (!first || !second) throw new Error('There are two files')
  expect(await verify([first, second], new Map())).toMatchObject({ found: [], begunBefore: 0, restsOn: null })
  const alone = await verify([second], new Map())
  expect(alone).toMatchObject({ found: [], begunBefore: 1, restsOn: (await heads()).get('2026-09-21') })
  expect(await verify([second, first], new Map())).toMatchObject({
    found: expect.arrayContaining([expect.objectContaining({ fault: 'does_not_follow', file: 'file 1' })]),
  })
})

test('a day that is too long for one file goes on in the next', async () => {
  await twoDays()
  const links = JSON.parse((await fileOf())[1] ?? '').links
  const [first, second] = [
    await fileOf({ from: '2026-09-21', to: '2026-09-21', skip: 0, links: 10 }),
    await fileOf({ from: '2026-09-21', to: '2026-09-21', skip: 10, links: links - 10 }),
  ].map((lines, at) => ({ name: `file ${at + 1}`, text: lines.join('\n') }))
  if (!first || !second) throw new Error('There are two files')
  expect(await verify([first, second], await firstHead())).toMatchObject({ found: [], days: 1 })
  expect(await verify([second], new Map())).toMatchObject({ found: [{ fault: 'missing_before' }, {}] })
})

async function firstHead(): Promise<Map<string, string>> {
  return new Map([...(await heads())].slice(0, 1))
}

test('days are put together in one file as far as they fit, and a long one has several', () => {
  const day = (number: number, links: number) => ({ day: `2026-09-0${number}`, links })
  expect(partsOf([day(1, 3000), day(2, 0), day(3, 1000), day(4, 1), day(5, 9000), day(6, 2)])).toEqual([
    { from: '2026-09-01', to: '2026-09-03', skip: 0, links: 4000 },
    { from: '2026-09-04', to: '2026-09-04', skip: 0, links: 1 },
    { from: '2026-09-05', to: '2026-09-05', skip: 0, links: 4000 },
    { from: '2026-09-05', to: '2026-09-05', skip: 4000, links: 4000 },
    { from: '2026-09-05', to: '2026-09-05', skip: 8000, links: 1000 },
    { from: '2026-09-06', to: '2026-09-06', skip: 0, links: 2 },
  ])
})

test.each([
  ['an empty file', ''],
  ['another file', 'day,head'],
  ['a file without its first line', '{"day":"2026-09-21","head":"a"}'],
  ['entries before any day', '{"record":1}\n{"hash":"a"}'],
])('%s is no record', async (_, text) => {
  expect(await verify([{ name: 'file', text }], new Map())).toMatchObject({ line: expect.any(Number) })
})

test('a fault is said with file, line, day, case and event', () => {
  const found = {
    fault: 'altered',
    file: 'a.jsonl',
    line: 7,
    day: '2026-09-21',
    caseId: 'c',
    seq: 3,
  } as const
  expect(inWords(found)).toBe(
    'a.jsonl, line 7, day 2026-09-21, case c, event 3: this entry is not what was recorded.',
  )
})
