import { fold, foldedAtOnce, headHash } from './head.ts'
import { type Entry, linkHash } from './link.ts'

/**
 * What is wrong with a record: an entry was altered, is gone from the database, stands twice or out of order, or one
 * before it is missing; a day has other entries than its head takes in, does not follow the day before, or has another
 * head than somebody wrote down; a day is not in the files.
 */
export type Fault =
  | 'altered'
  | 'gone'
  | 'out_of_order'
  | 'missing_before'
  | 'other_number'
  | 'other_head'
  | 'does_not_follow'
  | 'not_as_written_down'
  | 'day_missing'

export interface Found {
  fault: Fault
  file: string
  line: number
  day?: string | undefined
  caseId?: string
  seq?: number
}

export interface Verdict {
  found: Found[]
  days: number
  entries: number
  /** Entries whose words were deleted since; they are whole. */
  deleted: number
  /** Entries of cases that became strict since: only that they are there could be checked. */
  sealed: number
  /** Cases that began before these files. */
  begunBefore: number
  /** The first day rests on a head that no file has. */
  restsOn: string | null
  /** The last day whose head is one that somebody wrote down, where later days follow: whoever made those anew goes unseen. */
  anchoredTo: string | null
}

/** The file is no record; `line` is where it cannot be read. */
export interface NoRecord {
  file: string
  line: number
}

interface DayLine {
  day: string
  before: string
  links: number
  skip: number
  sealed: string
  head: string
}

interface EntryLine extends Entry {
  words: 'kept' | 'deleted' | null
  afterSealed: boolean
  before: string
  hash: string
}

type Line =
  | { record: 1 }
  | DayLine
  | EntryLine
  | { sealed: true; hash: string }
  | { caseId: string; seq: number; gone: true; hash: string }

interface Place {
  file: string
  line: number
}

/**
 * Verifies files of the record in the order of their days, by what stands in them and by heads that somebody wrote
 * down (day → head). The faults of entries come first, each in the order in which they stand, then those of days.
 */
export async function verify(
  files: readonly { name: string; text: string }[],
  known: ReadonlyMap<string, string>,
): Promise<Verdict | NoRecord> {
  const found: Found[] = []
  const verdict = { found, days: 0, entries: 0, deleted: 0, sealed: 0, begunBefore: 0 }
  const cases = new Map<string, { seq: number; hash: string }>()
  const met = new Set<string>()
  let restsOn: string | null = null
  let anchor: string | null = null
  let open: { it: DayLine; place: Place; hashes: string[]; last: string } | undefined
  let previous: DayLine | undefined

  const report = (fault: Fault, place: Place, about: Partial<Found> = {}) =>
    found.push({ fault, ...place, day: open?.it.day, ...about })

  async function closeDay(): Promise<void> {
    if (!open) return
    const { it, place, hashes } = open
    if (hashes.length !== it.links) report('other_number', place)
    else if (it.head !== (await headOf(it, hashes))) report('other_head', place)
    const written = known.get(it.day)
    if (written === it.head) anchor = it.day
    else if (written !== undefined) report('not_as_written_down', place)
    previous = it
    open = undefined
  }

  async function beginDay(it: DayLine, place: Place): Promise<void> {
    // A day that is too long for one file goes on in the next.
    if (open?.it.day === it.day && it.skip > 0 && it.skip === open.hashes.length) return
    await closeDay()
    open = { it, place, hashes: [], last: '' }
    met.add(it.day)
    verdict.days += 1
    if (it.skip > 0) report('missing_before', place)
    if (!previous) restsOn = it.before || null
    else if (it.before !== previous.head || it.day <= previous.day) report('does_not_follow', place)
  }

  async function readEntry(it: Exclude<Line, DayLine | { record: 1 }>, place: Place): Promise<void> {
    verdict.entries += 1
    open?.hashes.push(it.hash)
    if (!('caseId' in it)) {
      verdict.sealed += 1
      return
    }
    const { caseId, seq } = it
    const about = { caseId, seq }
    const key = `${caseId} ${String(seq).padStart(9, '0')}`
    if (open && key <= open.last) report('out_of_order', place, about)
    else if (open) open.last = key
    const before = cases.get(caseId)
    if (!before || seq > before.seq) cases.set(caseId, { seq, hash: it.hash })
    if ('gone' in it) {
      report('gone', place, about)
      return
    }
    if (it.words === 'deleted') verdict.deleted += 1
    if (!before && seq > 1) verdict.begunBefore += 1
    if (before && seq > before.seq + 1 && !it.afterSealed) report('missing_before', place, about)
    const follows = before && seq === before.seq + 1 ? it.before === before.hash : true
    const begins = seq > 1 || it.before === ''
    if (!follows || !begins || it.hash !== (await linkHash(it.before, it))) report('altered', place, about)
  }

  for (const { name: file, text } of files) {
    for (const [at, written] of text.trimEnd().split('\n').entries()) {
      const place = { file, line: at + 1 }
      const line = read(written)
      if (!line || 'record' in line !== (at === 0)) return place
      if ('record' in line) continue
      if ('head' in line) await beginDay(line, place)
      else if (open) await readEntry(line, place)
      else return place
    }
  }
  await closeDay()
  const end = { file: files.at(-1)?.name ?? '', line: 0 }
  for (const day of known.keys()) if (!met.has(day)) report('day_missing', end, { day })
  const [ofEntries, ofDays] = [found.filter(({ caseId }) => caseId), found.filter(({ caseId }) => !caseId)]
  const anchoredTo = anchor === previous?.day ? null : anchor
  return { ...verdict, found: [...ofEntries, ...ofDays], restsOn, anchoredTo }
}

function read(text: string): Line | null {
  try {
    const line: unknown = JSON.parse(text)
    const isLine =
      typeof line === 'object' && line !== null && ('record' in line || 'head' in line || 'hash' in line)
    return isLine ? (line as Line) : null
  } catch {
    return null
  }
}

async function headOf({ day, before, sealed }: DayLine, hashes: readonly string[]): Promise<string> {
  let open = ''
  let from = 0
  do {
    open = await fold(open, hashes.slice(from, from + foldedAtOnce).join(''))
    from += foldedAtOnce
  } while (from <= hashes.length)
  return headHash({ day, before, open, sealed })
}
