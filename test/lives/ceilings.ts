import { sql } from 'drizzle-orm'
import type { CasePage } from '../../src/cases/loading.ts'
import type { Staff } from '../../src/orgs/staff.ts'
import type { Town } from '../support/town/town.ts'

const day = 86_400_000

/** The law, in days after the act from which it runs; the date is the end of a day, in the zone of the town. */
const within = (from: string, days: string) => `
  d.due_at >= ((${from} + 8 * 3600000) / ${day} + (${days}) + 1) * ${day} - 8 * 3600000`

const lastOf = (...acts: string[]) => `(select max(e.at) from case_events e
  where e.case_id = d.case_id and e.action in (${acts.map((it) => `'${it}'`).join()}))`

/** A duty that runs, and what would be past its limit. */
const limits: Record<string, string> = {
  'decided later than 15 days after it was filed': `d.kind = 'decision' and ${within(
    lastOf('file', 'object', 'object_merger', 'come_back', 'resume', 'reinstate'),
    '15',
  )}`,
  'answered later than 60 days, and what the chair added': `d.kind in ('limit', 'finish', 'mediation', 'look_in')
    and ${within('n.accepted_at', '60 + n.extension_days')}`,
  'an appeal answered later than 30 days': `d.kind = 'review' and ${within(lastOf('appeal'), '30')}`,
  'extended by more than 30 days': 'n.extension_days > 30',
  'extended twice': `(select count(*) from case_events e where e.case_id = d.case_id and e.action = 'extend'
    and e.at >= n.accepted_at) > 1`,
}

/** The cases that are past a limit of the law by the dates of their running duties. */
export async function pastCeilings({ db }: Pick<Town, 'db'>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(limits).map(async ([what, which]) => {
      const rows = await db.all<{ number: number; kind: string }>(
        sql.raw(`select cases.number, d.kind from duties d join cases on cases.id = d.case_id
          join grievances n on n.case_id = d.case_id where d.ended_at is null and (${which})`),
      )
      return rows.map(({ number, kind }) => `${number} (${kind}): ${what}`)
    }),
  )
  return found.flat()
}

/** Throws where a case was dispatched for the third time by somebody who does it for less than the federation. */
export function thirdIsOfFederation({ grievance }: CasePage, by: Staff): void {
  const forAll = by.grants.some(({ role, orgPath }) => role === 'duty_officer' && orgPath.length === 4)
  if (grievance && grievance.dispatches >= 2 && !forAll)
    throw new Error(`${by.id} dispatched it for the third time`)
}
