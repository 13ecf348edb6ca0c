import { and, eq, sql } from 'drizzle-orm'
import { inBatch } from '../../db/batch.ts'
import type { Db, Statement } from '../../db/client.ts'
import { insertSelect } from '../../db/insert-select.ts'
import { cases } from '../../db/tables/cases.ts'
import { forms } from '../../db/tables/forms.ts'
import { quotas, seats } from '../../db/tables/quotas.ts'
import { actOnAll } from '../../engine/act-on-all.ts'
import { forgetForms } from '../../forms/kept-forms.ts'
import { inAll, ofSite } from '../../forms/quota-keys.ts'
import { administers, administersAll } from '../../orgs/administering.ts'
import { auditRow, type Office } from '../../orgs/auditing.ts'
import type { Scene } from '../../orgs/scene.ts'
import { register } from '../register/process.ts'
import { fillSeats } from './filling-seats.ts'

type Setting = Office & Scene

/** How many a form takes of something; null where it takes any number. */
export async function quotaOf(db: Db, formId: string, of: string): Promise<number | null> {
  const its = and(eq(quotas.formId, formId), eq(quotas.of, of))
  const row = await db.select({ most: quotas.most }).from(quotas).where(its).get()
  return row?.most ?? null
}

/**
 * How many a form takes in all, null for any number, and whether who comes later may wait. Who waits gets what room there is
 * by now; who has a place keeps it, where there are fewer. False when forms are not his to keep.
 */
export async function limitSeats(
  office: Setting,
  form: { id: string; slug: string },
  { most, waits }: { most: number | null; waits: boolean },
): Promise<boolean> {
  const { db, by } = office
  if (!administersAll(by)) return false
  const limited = limit(office, { formId: form.id, of: inAll, most })
  await db.batch([
    db.update(forms).set({ waits }).where(eq(forms.id, form.id)),
    auditRow(office, 'form_limited', form.slug),
    ...limited.before,
    limited.set,
    ...limited.after,
  ])
  forgetForms()
  return true
}

/** The same of one site. False when it is out of reach. */
export async function limitSeatsAtSite(
  office: Setting,
  site: { code: string; formId: string; org: { path: string } },
  most: number | null,
): Promise<boolean> {
  const { db, by } = office
  if (!administers(by, site.org.path)) return false
  const { before, set, after } = limit(office, { formId: site.formId, of: ofSite(site.code), most })
  await inBatch(db, [...before, set, auditRow(office, 'site_limited', site.code), ...after])
  forgetForms()
  return true
}

/** Statements for a batch: those who wait get what places there are. */
export function seatWaiting(scene: Scene, formId: string): Statement[] {
  const { calling, sweep } = fillSeats(scene.db, formId)
  return [calling, ...actOnAll(register, scene, { ...sweep, by: 'system' })]
}

/** Statements that set a number, with what goes before and after. */
function limit(
  scene: Scene,
  { formId, of, most }: { formId: string; of: string; most: number | null },
): { before: Statement[]; set: Statement; after: Statement[] } {
  const { db } = scene
  const after = seatWaiting(scene, formId)
  if (most === null) {
    const gone = db.delete(quotas).where(and(eq(quotas.formId, formId), eq(quotas.of, of)))
    return { before: [], set: gone, after }
  }
  const taken = sql`(select count(*) from seats s join json_each(s.wants) w
    where s.form_id = ${formId} and s.turn is null and w.value = ${of})`
  const set = insertSelect(db, quotas, { formId, of, most, taken }, sql`where true`).onConflictDoUpdate({
    target: [quotas.formId, quotas.of],
    set: { most },
  })
  return { before: [countBefore(scene, formId)], set, after }
}

/**
 * Statement: whoever signed up before anything was counted has a place, in all and at his site; also whose case was archived
 * since, unless he had left.
 */
function countBefore({ db }: Scene, formId: string): Statement {
  const wants = sql`case when s.site_code is null then json_array(${inAll})
    else json_array(${inAll}, 'site ' || coalesce(site.successor, s.site_code)) end`
  return insertSelect(
    db,
    seats,
    { caseId: cases.id, formId, wants, turn: null },
    sql`from form_versions v join submissions s on s.form_version_id = v.id join cases on cases.id = s.id
      left join sites site on site.code = s.site_code
      where v.form_id = ${formId} and cases.process = ${register.name} and not cases.danger
        and (cases.state in ${register.moves.get_place.from}
          or cases.state = 'archived' and cases.closing_label is null)`,
  ).onConflictDoNothing()
}
