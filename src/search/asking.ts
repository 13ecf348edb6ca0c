import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Keys } from '../cases/ciphers.ts'
import { isNotStrict, reachOf, withinReach } from '../cases/sight.ts'
import { cases } from '../db/tables/cases.ts'
import { submissions } from '../db/tables/submissions.ts'
import type { Category, State } from '../db/vocabulary.ts'
import { codesOfPlace } from '../forms/codes-of-place.ts'
import { logFailure } from '../log.ts'
import type { Staff } from '../orgs/staff.ts'
import { isFederation } from '../orgs/tree.ts'
import { excerptOf, type Piece } from './excerpt.ts'
import { isJustPair, isPair, pairsOf } from './folded-text.ts'
import type { WordIndex } from './index-of-words.ts'
import { placeAt } from './places-in-time.ts'
import { type Mark, tokensOf } from './tokens.ts'
import { type OpenedCase, openCases, openRest } from './words-of-cases.ts'

/** What is looked for; all of it is to hold. */
export interface Wanted {
  /** As `piecesOf` gives them. */
  pieces: readonly string[]
  category?: Category | undefined
  state?: State | undefined
  employerId?: string | undefined
  handlerId?: string | undefined
  /** A code of a place, the one that hangs there now or one before. */
  siteCode?: string | undefined
  /** Filed from here on, and before. */
  from?: Date | undefined
  before?: Date | undefined
  /** The case that was looked at last. */
  after?: string | undefined
}

export interface Hit extends OpenedCase {
  /** Around what was found; or, where that was not opened, what there is of it in the form, or how that begins. */
  excerpt: Piece[]
  /** What was found lies in messages, answers, reasons or notes. */
  isElsewhere: boolean
}

export interface Found {
  hits: Hit[]
  /** The last case that was looked at, where there may be more; null at the end. */
  next: string | null
  /** Cases that could not be read, and so not be looked into. */
  unreadable: string[]
  /** Whether the index has looked at all cases since it is there. */
  isWhole: boolean
}

/** Each hit is opened, so that a page is short. */
const page = 10
/** How many pages of the index are looked at while none of their cases can be shown. */
const most = 3

/**
 * The newest cases that hold what is looked for and that this person sees, ten at most; never a strict one. The index
 * proposes, sight decides, and only a case whose words do hold the pieces is a hit: where they are pairs and the case did
 * not change since, the index knows. Null where that does not answer.
 */
export async function findCases(
  scene: Keys & WordIndex,
  staff: Staff,
  wanted: Wanted,
): Promise<Found | null> {
  const match = await matching(scene, staff, wanted)
  const found: Found = { hits: [], next: wanted.after ?? null, unreadable: [], isWhole: true }
  if (!match) return { ...found, next: null }
  for (let looked = 0; looked < most && found.hits.length === 0; looked += 1) {
    const proposed = await proposedBy(scene, match, { ...wanted, after: found.next ?? undefined })
    if (!proposed) return null
    const ids = proposed.ids.slice(0, page)
    found.isWhole = proposed.isWhole
    const opened = await openCases(scene, and(inArray(cases.id, ids), isSeenAs(staff, wanted)))
    found.hits = await held(scene, inOrder(opened, ids), wanted.pieces, found.unreadable)
    found.next = proposed.ids.length > page ? (ids.at(-1) ?? null) : null
    if (found.next === null) break
  }
  return found
}

/** What is asked of the index, in the words of FTS5; null where this person's roles reach nowhere. */
async function matching(
  { db, secret }: Keys & WordIndex,
  staff: Staff,
  wanted: Wanted,
): Promise<string | null> {
  const { paths } = reachOf(staff)
  const pairs = wanted.pieces.filter(isPair).flatMap((piece) => [...pairsOf(piece)])
  const marks: Mark[] = [...new Set(pairs)].map((pair): Mark => `pair ${pair}`)
  if (wanted.category) marks.push(`category ${wanted.category}`)
  if (wanted.state) marks.push(`state ${wanted.state}`)
  if (wanted.employerId) marks.push(`employer ${wanted.employerId}`)
  if (wanted.handlerId) marks.push(`handler ${wanted.handlerId}`)
  if (paths.length === 0) return null
  const all = (await tokensOf(secret, marks)).map(quoted)
  if (wanted.siteCode) all.push(anyOf(await tokensOf(secret, await sitesOf(db, wanted.siteCode))))
  // The whole federation is every case: asked for only where nothing else is.
  if (all.length > 0 && paths.some(isFederation)) return all.join(' AND ')
  const scopes = await tokensOf(
    secret,
    paths.map((path): Mark => `scope ${path}`),
  )
  return [...all, anyOf(scopes)].join(' AND ')
}

/** Of a place whose code was replaced; of an unknown one itself, under which there is nothing. */
async function sitesOf(db: Keys['db'], code: string): Promise<Mark[]> {
  const known = await db.all<{ code: string }>(codesOfPlace(code))
  return (known.length > 0 ? known : [{ code }]).map((it): Mark => `site ${it.code}`)
}

const quoted = (token: string) => `"${token}"`

const anyOf = (tokens: readonly string[]) => `(${tokens.map(quoted).join(' OR ')})`

const propose = `select case_id as id from words
  where words match ?1 and rowid >= ?2 and rowid < min(?3, coalesce((select place from entries where case_id = ?4), ?3))
  order by rowid desc limit ?5`

const lookHowFar = 'select done from rounds order by round desc limit 1'

/** The ids of a page of the index and one more, the newest first; null where it does not answer. */
async function proposedBy(
  { words }: WordIndex,
  match: string,
  wanted: Wanted,
): Promise<{ ids: string[]; isWhole: boolean } | null> {
  const from = wanted.from ? placeAt(wanted.from) : 0
  const before = wanted.before ? placeAt(wanted.before) : Number.MAX_SAFE_INTEGER
  try {
    const [found, round] = await words.batch([
      words.prepare(propose).bind(match, from, before, wanted.after ?? '', page + 1),
      words.prepare(lookHowFar),
    ])
    const [last] = (round?.results ?? []) as { done: number }[]
    const ids = (found?.results ?? []) as { id: string }[]
    return { ids: ids.map(({ id }) => id), isWhole: last?.done === 1 }
  } catch (error) {
    logFailure('The search database did not answer', error)
    return null
  }
}

/** SQL over `cases`: what the index may not know yet, and what it never decides. */
function isSeenAs(staff: Staff, wanted: Wanted): SQL | undefined {
  const { category, state, employerId, handlerId, siteCode, from, before } = wanted
  return and(
    withinReach(reachOf(staff)),
    isNotStrict,
    category && eq(cases.category, category),
    state && eq(cases.state, state),
    employerId ? eq(cases.enterpriseId, employerId) : undefined,
    handlerId ? eq(cases.handlerId, handlerId) : undefined,
    siteCode ? sql`${submissions.siteCode} in (${codesOfPlace(siteCode)})` : undefined,
    from && gte(cases.createdAt, from),
    before && lt(cases.createdAt, before),
  )
}

function inOrder(opened: OpenedCase[], ids: readonly string[]): OpenedCase[] {
  return opened.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/**
 * Those whose words hold it. What else was written on a case is opened where the form does not hold it and the index
 * cannot know: a page of long threads would read far more than a page of forms.
 */
async function held(
  scene: Keys,
  opened: readonly OpenedCase[],
  pieces: readonly string[],
  unreadable: string[],
): Promise<Hit[]> {
  const inForm = new Map(opened.map((it) => [it.id, it.answers && excerptOf(it.answers, pieces)]))
  const isKnown = (it: OpenedCase) => !it.isChanged && pieces.every(isJustPair)
  const rest = await openRest(
    scene,
    opened.filter((it) => it.answers && !inForm.get(it.id) && !isKnown(it)),
  )
  return opened.flatMap((it): Hit[] => {
    const more = rest.get(it.id)
    if (!it.answers || more === null) {
      unreadable.push(it.id)
      return []
    }
    const here = inForm.get(it.id)
    if (here) return [{ ...it, excerpt: here, isElsewhere: false }]
    const excerpt = more ? excerptOf([...it.answers, ...more], pieces) : around(it.answers, pieces)
    return excerpt ? [{ ...it, excerpt, isElsewhere: true }] : []
  })
}

/** Around those of the pieces that these texts hold. */
function around(texts: readonly string[], pieces: readonly string[]): Piece[] | null {
  const there = pieces.filter((piece) => excerptOf(texts, [piece]))
  return excerptOf(texts, there)
}
