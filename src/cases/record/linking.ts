import { and, asc, eq, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Statement } from '../../db/client.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { listed } from '../../db/listed.ts'
import { caseEvents, cases } from '../../db/tables/cases.ts'
import { caseKeys } from '../../db/tables/keys.ts'
import { eventLinks } from '../../db/tables/record.ts'
import { isEncryptedSql, keyIdSql } from '../../encryption/case-cipher.ts'
import type { Scene } from '../../orgs/scene.ts'
import { offsetIn } from '../../orgs/zone.ts'
import { giveBackChanged } from '../changed-cases.ts'
import { isNotStrict } from '../sight.ts'
import { compare, type Linked, type NewLink } from './comparing.ts'
import { openDay } from './days.ts'
import { dayRecorded, recorded, said } from './recorded.ts'
import { tellAltered } from './telling-altered.ts'

/** As many links as one parameter takes with room. */
const mostAtOnce = 2000

/** As many events as one run links within the time of the free plan. */
const slice = 400

/**
 * Links what happened to these cases since they were linked last; what is more than a run can do is given back to the
 * next. Of two runs that link the same event one fails whole.
 */
export async function linkCases(scene: Scene, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const events = await eventsOf(scene, caseIds, 'last linked').limit(slice)
  const reached = events.length === slice ? (events.at(-1)?.caseId ?? '') : null
  const left = reached === null ? [] : caseIds.filter((id) => id >= reached)
  await link(scene, events, 'last linked', {
    also: left.length > 0 ? [giveBackChanged(scene.db, left)] : [],
  })
}

/**
 * The same, and compares all that is linked already with what stands there now, and the state of each case with its
 * events. Where anything was altered or is missing the administrators are told; what happens afterwards is linked all
 * the same.
 */
export async function compareCases(scene: Scene, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const lost = [...(await linksWithoutEvent(scene, caseIds)), ...(await notWhereTheyCame(scene, caseIds))]
  await link(scene, await eventsOf(scene, caseIds, 'first'), 'first', { lost })
}

/** An event as it stands there, of a case that is strict or not. */
type Standing = Linked & { isStrict: number }

async function link(
  scene: Scene,
  events: readonly Standing[],
  from: 'first' | 'last linked',
  { lost = [], also = [] }: { lost?: readonly string[]; also?: Statement[] },
): Promise<void> {
  const day = await openDay(scene)
  const altered = new Set(lost)
  const made: (NewLink & { sealed: boolean })[] = []
  for (const [caseId, ofCase] of Map.groupBy(events, (it) => it.caseId)) {
    const { isWhole, links } = await compare(ofCase, from)
    if (!isWhole) altered.add(caseId)
    made.push(...links.map((it) => ({ ...it, sealed: ofCase[0]?.isStrict === 1 })))
  }
  await inBatch(scene.db, [...written(scene, made, day), ...also])
  if (altered.size > 0) await tellAltered(scene, [...altered])
}

function eventsOf({ db, rules, now }: Scene, caseIds: readonly string[], from: 'first' | 'last linked') {
  const { caseId, seq, reasonShown } = caseEvents
  return db
    .select({
      ...{ caseId, seq, ...recorded, reasonShown },
      day: dayRecorded(offsetIn(rules.settings.zone, now)),
      content: eventLinks.content,
      words: said,
      keyId: sql<
        string | null
      >`case when ${isEncryptedSql(caseEvents.reason)} then ${keyIdSql(caseEvents.reason)} end`,
      keyOfCase: caseKeys.id,
      hash: eventLinks.hash,
      isStrict: sql<number>`not ${isNotStrict}`,
    })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseId))
    .leftJoin(caseKeys, eq(caseKeys.caseId, caseId))
    .leftJoin(eventLinks, and(eq(eventLinks.caseId, caseId), eq(eventLinks.seq, seq)))
    .where(and(sql`${caseId} in ${listed(caseIds)}`, from === 'first' ? undefined : notBeforeLastLink))
    .orderBy(asc(caseId), asc(seq))
}

/** SQL over `case_events`: the last event of its case that is linked, and all after it. */
const notBeforeLastLink = sql`case_events.seq >= coalesce((
  select max(l.seq) from event_links l where l.case_id = case_events.case_id), 0)`

/** Of these cases those that have a link and not its event. */
async function linksWithoutEvent({ db }: Scene, caseIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: eventLinks.caseId })
    .from(eventLinks)
    .where(sql`${eventLinks.caseId} in ${listed(caseIds)} and not ${hasEvent}`)
  return rows.map(({ id }) => id)
}

/** SQL over `event_links`: what it links stands there, on a case that does. */
export const hasEvent = sql`exists (
  select 1 from case_events e join cases c on c.id = e.case_id
    where e.case_id = event_links.case_id and e.seq = event_links.seq)`

/** Of these cases those whose state is not the one to which the last of their moves led. */
async function notWhereTheyCame({ db }: Scene, caseIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: cases.id })
    .from(cases)
    .where(sql`${cases.id} in ${listed(caseIds)} and ${cases.state} <> ${cameTo}`)
  return rows.map(({ id }) => id)
}

/**
 * SQL over `cases`: where its moves led it, whatever the process. What leaves it where it was says nothing: version 0.1.0
 * wrote of some of that the state before.
 */
const cameTo = sql`(select e.to_state from case_events e
  where e.case_id = cases.id and e.to_state is not e.from_state order by e.seq desc limit 1)`

function written({ db }: Scene, links: readonly (NewLink & { sealed: boolean })[], day: string): Statement[] {
  const statements: Statement[] = []
  for (let from = 0; from < links.length; from += mostAtOnce) {
    const rows = links
      .slice(from, from + mostAtOnce)
      .map(({ caseId, seq, day, content, sealed, hash }) => ({ caseId, seq, day, content, sealed, hash }))
    const of = (name: keyof (typeof rows)[number]) => sql<never>`new.value ->> ${sql.raw(`'${name}'`)}`
    const columns = {
      ...{ caseId: of('caseId'), seq: of('seq'), linkedOn: day },
      ...{ day: of('day'), content: of('content'), sealed: of('sealed'), hash: of('hash') },
    }
    statements.push(
      insertSelect(db, eventLinks, columns, sql`from json_each(${JSON.stringify(rows)}) as new`),
    )
  }
  return statements
}
