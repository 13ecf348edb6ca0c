import { and, asc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { personSees, stillCovers } from '../cases/sight.ts'
import { deliveries } from '../db/tables/notices.ts'
import type { Locale, NoticeKind } from '../db/vocabulary.ts'
import { administersAllSql } from '../orgs/administering.ts'
import { readsCasesSql } from '../orgs/roles.ts'
import type { Delivery, Mails, PostOffice, Reader } from './mail.ts'

export interface Taken extends Delivery {
  status: 'sending' | 'skipped'
  attempts: number
}

/**
 * Takes the next mail, or one by its id, for this sender alone, in one statement. Who has left the union
 * by now, lost every role, or the one or the sight of what it is about, or stopped the weekly mail, gets it no more,
 * and the row says so.
 */
export async function takeNext(
  { db, now }: PostOffice,
  mails: Mails,
  leasedUntil: Date,
  id?: string,
): Promise<Taken | undefined> {
  const first = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.status, 'pending'),
        eq(deliveries.channel, 'mail'),
        lte(deliveries.nextAt, now),
        id === undefined ? undefined : eq(deliveries.id, id),
      ),
    )
    .orderBy(asc(deliveries.nextAt))
    .limit(1)
  const [row] = await db
    .update(deliveries)
    .set({
      status: sql`case when ${whySkipped(mails)} is null then 'sending' else 'skipped' end`,
      skipped: whySkipped(mails),
      attempts: sql`${deliveries.attempts} + 1`,
      nextAt: leasedUntil,
    })
    .where(eq(deliveries.id, sql`${first}`))
    .returning({
      id: deliveries.id,
      address: deliveries.address,
      status: deliveries.status,
      attempts: deliveries.attempts,
      kind: ofNotice<NoticeKind>(sql`n.kind`),
      staffId: ofNotice<string>(sql`n.staff_id`),
      locale: ofNotice<Locale>(sql`s.locale`),
      data: ofNotice<string>(sql`n.data`),
      visible: ofNotice<string>(visibleCases),
    })
  if (!row) return undefined
  const { data, visible, status, ...taken } = row
  const words = JSON.parse(data)
  const isAboutSeen = mails[row.kind].for === 'who_sees_the_cases'
  return {
    ...taken,
    status: status === 'skipped' ? 'skipped' : 'sending',
    data: isAboutSeen ? onlySeen(words, JSON.parse(visible)) : words,
  }
}

/** What a notice says, without the cases that its reader does not see any more, in the count as well. */
function onlySeen(words: { cases: unknown[]; count?: number }, cases: unknown[]) {
  const { count } = words
  return { ...words, cases, ...(count !== undefined && { count: count - words.cases.length + cases.length }) }
}

/** SQL over `deliveries`: something of its notice `n` or its person `s`. */
function ofNotice<T>(column: SQL): SQL<T> {
  return sql<T>`(select ${column} from notices n join staff s on s.id = n.staff_id where n.id = deliveries.notice_id)`
}

const casesOfNotice = sql`json_each(n.data, '$.cases') e join cases on cases.id = e.value ->> 'id'`

const visibleCases = sql`(select json_group_array(json_object('id', cases.id, 'number', cases.number) order by e.key)
  from ${casesOfNotice} where ${personSees(sql`s.id`)})`

/** SQL: the reach that a notice was counted for; null where an earlier release wrote it. */
const countedFor = sql`(n.data ->> '$.reach')`

/** SQL over `deliveries`: why the person gets it no more, or null. */
function whySkipped(mails: Mails): SQL<(typeof deliveries.$inferSelect)['skipped']> {
  const kindsFor = (reader: Reader) =>
    (Object.keys(mails) as NoticeKind[]).filter((kind) => mails[kind].for === reader)
  return ofNotice(sql`case when s.active = 0 then 'left'
    when n.kind = 'digest' and s.digest = 0 then 'stopped'
    when not exists (select 1 from role_grants g where g.staff_id = s.id) then 'no_role'
    when n.kind in ${kindsFor('who_sees_the_cases')} and not exists (
      select 1 from ${casesOfNotice} where ${personSees(sql`s.id`)}) then 'no_sight'
    when n.kind in ${kindsFor('who_reads_cases')} and not exists (select 1 from role_grants g
      where g.staff_id = s.id and ${readsCasesSql(sql`g.role`)}) then 'no_role'
    when n.kind in ${kindsFor('who_reads_cases')} and ${countedFor} is not null
      and not ${stillCovers(sql`s.id`, countedFor)} then 'no_sight'
    when n.kind in ${kindsFor('who_administers')} and not exists (select 1 from role_grants g
      where g.staff_id = s.id and ${administersAllSql}) then 'no_role' end`)
}
